import * as library from "chart.js/auto";
import { labelBarsOutside } from "./chart-labels";

/** Chart.js where o-spreadsheet looks for it: on the window, its controllers and elements as properties of Chart. */
(globalThis as { Chart?: unknown }).Chart = Object.assign(library.default, library);

labelBarsOutside();
