/// <reference types="custom-functions-runtime" />
import { displayLanguage } from "./language";
import { say } from "./say";

/** A custom function as the runtime calls it: it may answer with a promise. */
export type CustomFunction = (...parameters: never[]) => unknown;

/**
 * Stands for functions whose code isn't there yet: the first call fetches it and is answered when it has come, later
 * ones are answered at once. Where it can't be had, the call is refused with #N/A and a sentence, and the next one tries
 * again.
 */
export function whenLoaded<Id extends string>(
  ids: readonly Id[],
  load: () => Promise<Readonly<Record<Id, CustomFunction>>>,
): readonly (readonly [Id, CustomFunction])[] {
  let loaded: Readonly<Record<Id, CustomFunction>> | null = null;
  return ids.map((id) => [
    id,
    (...parameters) => {
      if (loaded) return loaded[id](...parameters);
      return load().then(
        (there) => {
          loaded = there;
          return there[id](...parameters);
        },
        () => {
          const sentence = say({ code: "function-not-loaded" }, displayLanguage());
          throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);
        },
      );
    },
  ]);
}
