import { enumerated } from "../arguments";
import { hostClass, type HostClass } from "../host-class";
import { notSimulated } from "../host-error";
import { supportsSince } from "../profile";
import type { SessionState } from "../run";
import type { Culture, Workbook } from "../../workbook/workbook";

declare module "../host-class" {
  interface HostTargets {
    Application: Workbook;
    CultureInfo: Culture;
    NumberFormatInfo: Culture;
    DatetimeFormatInfo: Culture;
    Runtime: SessionState;
  }
}

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.application */
const applicationClass = hostClass("Application", {
  properties: {
    calculationMode: {
      since: "1.1",
      get: (book) => book.calculation.mode,
      set: (book, value, run) => {
        if (!supportsSince(run.profile, "1.8"))
          throw notSimulated("setting Application.calculationMode before 1.8");
        book.calculation.mode = enumerated(value, MODES);
      },
    },
    calculationState: { since: "1.9", get: () => "Done" },
    calculationEngineVersion: { since: "1.9", get: () => 191029 },
    decimalSeparator: { since: "1.11", get: () => "." },
    thousandsSeparator: { since: "1.11", get: () => "," },
    useSystemSeparators: { since: "1.11", get: () => true },
  },
  navigations: {
    cultureInfo: { since: "1.11", class: "CultureInfo", get: (book) => book.culture },
  },
  methods: {
    calculate: {
      since: "1.1",
      call: (book, args) => {
        const type = args.oneOf(0, ["Recalculate", "Full", "FullRebuild"]);
        if (type === "Recalculate") book.calculation.settle();
        else book.calculation.recalculateAll();
      },
    },
    suspendApiCalculationUntilNextSync: {
      since: "1.6",
      call: (_, __, run) => void (run.session.calculationSuspended = true),
    },
    // Nothing is drawn here.
    suspendScreenUpdatingUntilNextSync: { since: "1.9", call: () => undefined },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.cultureinfo */
const cultureInfoClass = hostClass("CultureInfo", {
  properties: { name: { since: "1.11", get: (culture) => culture } },
  navigations: {
    numberFormat: { since: "1.11", class: "NumberFormatInfo", get: (culture) => culture },
    datetimeFormat: { since: "1.12", class: "DatetimeFormatInfo", get: (culture) => culture },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatinfo */
const numberFormatInfoClass = hostClass("NumberFormatInfo", {
  properties: {
    currencySymbol: { since: "1.17", get: (culture) => (culture === "zh-CN" ? "¥" : "$") },
    numberDecimalSeparator: { since: "1.11", get: () => "." },
    numberGroupSeparator: { since: "1.11", get: () => "," },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.datetimeformatinfo */
const datetimeFormatInfoClass = hostClass("DatetimeFormatInfo", {
  properties: {
    dateSeparator: { since: "1.12", get: () => "/" },
    timeSeparator: { since: "1.12", get: () => ":" },
    shortDatePattern: { since: "1.12", get: (culture) => (culture === "zh-CN" ? "yyyy/M/d" : "M/d/yyyy") },
    longDatePattern: {
      since: "1.12",
      get: (culture) => (culture === "zh-CN" ? 'yyyy"年"M"月"d"日"' : "dddd, MMMM d, yyyy"),
    },
    longTimePattern: { since: "1.12", get: (culture) => (culture === "zh-CN" ? "H:mm:ss" : "h:mm:ss tt") },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.runtime */
const runtimeClass = hostClass("Runtime", {
  properties: {
    enableEvents: {
      since: "1.8",
      get: (session) => session.enableEvents,
      set: (session, value) => void (session.enableEvents = value === true),
    },
  },
});

export const applicationClasses = [
  applicationClass,
  cultureInfoClass,
  numberFormatInfoClass,
  datetimeFormatInfoClass,
  runtimeClass,
] as unknown as readonly HostClass[];
