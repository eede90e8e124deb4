/** The Excel a host plays. */
export type ProfileName =
  "web" | "microsoft365-windows" | "microsoft365-mac" | "ltsc-2024" | "ltsc-2021" | "floor";

/** What one Excel supports and what it allows. */
export interface Profile {
  readonly name: ProfileName;
  /** As `Office.context.platform`. */
  readonly platform: "OfficeOnline" | "PC" | "Mac";
  /** Requirement sets and their highest version. */
  readonly sets: Readonly<Record<string, string>>;
  /** Bytes of one request and of one reply; `undefined` where Excel documents no limit. */
  readonly payloadBytes: number | undefined;
}

/**
 * Requirement sets: https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets,
 * …/excel/custom-functions-requirement-sets, …/common/shared-runtime-requirement-sets. Payload limit:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.
 */
const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  web: profile("web", "OfficeOnline", "1.21", "1.5", 5 * 1024 * 1024),
  "microsoft365-windows": profile("microsoft365-windows", "PC", "1.21", "1.5"),
  "microsoft365-mac": profile("microsoft365-mac", "Mac", "1.21", "1.5"),
  "ltsc-2024": profile("ltsc-2024", "PC", "1.17", "1.3"),
  "ltsc-2021": profile("ltsc-2021", "PC", "1.14", "1.3"),
  floor: profile("floor", "PC", "1.9", "1.3"),
};

function profile(
  name: ProfileName,
  platform: Profile["platform"],
  excelApi: string,
  customFunctions: string,
  payloadBytes?: number,
): Profile {
  return {
    name,
    platform,
    payloadBytes,
    sets: {
      ExcelApi: excelApi,
      // What the runtime of custom functions asks for: answers as arrays, in slices.
      CustomFunctions: "1.9",
      CustomFunctionsRuntime: customFunctions,
      SharedRuntime: "1.2",
      RichApiRuntime: "1.1",
      DelayForCellEdit: "1.1",
      CustomXmlParts: "1.1",
      Settings: "1.1",
      DialogApi: "1.2",
    },
  };
}

export const profileOf = (name: ProfileName): Profile => PROFILES[name];

/** Whether a profile has a set, as `Office.context.requirements.isSetSupported(name, version)` answers. */
export function isSetSupported(profile: Profile, name: string, version = "1.1"): boolean {
  const has = profile.sets[name];
  return has !== undefined && compareVersions(has, version) >= 0;
}

/** Whether a member with this `since` is there: "1.9" is ExcelApi 1.9, "ExcelApiDesktop 1.1" names its set. */
export function supportsSince(profile: Profile, since: string): boolean {
  const [set, version] = since.includes(" ") ? since.split(" ") : ["ExcelApi", since];
  return isSetSupported(profile, set!, version);
}

/** Versions "1.9" < "1.10": negative, 0 or positive. */
function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}
