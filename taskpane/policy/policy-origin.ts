import type { Policy } from "../../src/core/policy/policy";
import { templateNamed, templates } from "../../src/core/policy/templates";

/** What is added to the title of a template that was edited. */
const EDITED = { en: " (edited)", zh: "（已修改）" } as const;
const CUSTOM = "custom";

/** The template that a policy was made from, as far as can be told: by its name, its title, else the most alike. */
export function templateOf(policy: Policy): Policy {
  const titled = templates.find(({ title }) => policy.title.en === title.en + EDITED.en);
  const named = templateNamed(policy.name) ?? titled;
  if (named) return named;
  const alike = templates.map((template) => sameKeys(policy, template));
  return templates[alike.indexOf(Math.max(...alike))] ?? policy;
}

function sameKeys(policy: Policy, template: Policy): number {
  return (Object.keys(template) as (keyof Policy)[]).filter((key) => same(policy[key], template[key])).length;
}

/**
 * A policy that was just edited, under a name of its own: what no longer is the template of its name is called `custom`
 * and its title says so; what again is a template is it.
 */
export function namedAfterEdit(policy: Policy): Policy {
  const template = templateOf(policy);
  const { name, title } = template;
  const content = ({ name: _, title: __, ...rest }: Policy) => rest;
  const isTemplate = same(content(policy), content(template));
  const titles = { en: title.en + EDITED.en, zh: title.zh + EDITED.zh };
  if (policy.name === name && !isTemplate) {
    const own = same(policy.title, title) ? titles : policy.title;
    return { ...policy, name: CUSTOM, title: own };
  }
  if (isTemplate && policy.name === CUSTOM && same(policy.title, titles)) return template;
  return policy;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
