import { registries } from "@odoo/o-spreadsheet";

const NAME = "chartShowValuesPlugin";
const INK = "#404040";
const FONT = 11;
/** Pixels between a bar and its label. */
const GAP = 3;

interface Bar {
  readonly x: number;
  readonly y: number;
}

interface Shown {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
  readonly options: {
    readonly scales?: Readonly<Record<string, { readonly stacked?: boolean } | undefined>>;
  };
  readonly _metasets?: readonly {
    readonly hidden?: boolean;
    readonly data: readonly Bar[];
    readonly _parsed: readonly { readonly x: number; readonly y: number }[];
  }[];
}

interface LabelOptions {
  readonly showValues?: boolean;
  readonly type?: string;
  readonly horizontal?: boolean;
  readonly callback: (value: number, dataset: object, index: number) => string;
}

interface LabelPlugin {
  afterDatasetsDraw(chart: Shown, args: unknown, options: LabelOptions): void;
}

interface Library {
  readonly registry: { readonly plugins: { get(name: string): LabelPlugin } };
}

interface Extensions {
  get(name: string): { register(library: Library): void; unregister(library: Library): void };
  replace(name: string, extension: object): void;
}

/** Labels of bars stand at their ends, as in Excel; o-spreadsheet's stand in the bars, outlined in white on their colours. */
export function labelBarsOutside(): void {
  const extensions = registries.chartJsExtensionRegistry as unknown as Extensions;
  const own = extensions.get(NAME);
  extensions.replace(NAME, {
    register: (library: Library) => {
      own.register(library);
      const plugin = library.registry.plugins.get(NAME);
      const draw = plugin.afterDatasetsDraw.bind(plugin);
      plugin.afterDatasetsDraw = (chart, args, options) => {
        const stacked = Object.values(chart.options.scales ?? {}).some((scale) => scale?.stacked);
        if (!options.showValues || options.type !== "bar" || stacked) return draw(chart, args, options);
        drawLabels(chart, options);
      };
    },
    unregister: (library: Library) => own.unregister(library),
  });
}

/** A label that would lie over another one moves out by a line. */
function drawLabels({ ctx, width, _metasets: sets = [] }: Shown, options: LabelOptions): void {
  const { horizontal, callback } = options;
  const placed: { readonly x: number; readonly y: number; readonly wide: number }[] = [];
  ctx.save();
  ctx.font = `${FONT}px sans-serif`;
  ctx.fillStyle = INK;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  for (const set of sets) {
    if (set.hidden) continue;
    for (const [index, bar] of set.data.entries()) {
      const parsed = set._parsed[index];
      const value = Number(horizontal ? parsed?.x : parsed?.y);
      if (!parsed || Number.isNaN(value)) continue;
      const text = callback(value, set, index);
      const wide = ctx.measureText(text).width;
      const out = value < 0 ? -1 : 1;
      let { x, y } = bar;
      if (horizontal) x = Math.min(width - wide, out > 0 ? x + GAP : x - GAP - wide);
      else {
        x -= wide / 2;
        y -= out * (GAP + FONT / 2);
        while (placed.some((one) => Math.abs(one.y - y) < FONT && x < one.x + one.wide && one.x < x + wide))
          y -= out * FONT;
      }
      placed.push({ x, y, wide });
      ctx.fillText(text, x, y);
    }
  }
  ctx.restore();
}
