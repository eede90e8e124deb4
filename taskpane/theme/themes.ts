import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

/** The green of the icon, from nearly black to nearly white; 80 has 4.9:1 on white. */
const brand: BrandVariants = {
  10: "#011512",
  20: "#04231f",
  30: "#07332d",
  40: "#09423a",
  50: "#0a5148",
  60: "#0b6156",
  70: "#0d7164",
  80: "#0f7f70",
  90: "#2a8f80",
  100: "#449f90",
  110: "#5fae9f",
  120: "#79bdb0",
  130: "#93ccc1",
  140: "#aedbd2",
  150: "#c9e9e3",
  160: "#e4f5f2",
};

const fontFamilyBase =
  '"Segoe UI", "Segoe UI Web (West European)", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

export const lightTheme: Theme = { ...createLightTheme(brand), fontFamilyBase };

export const darkTheme: Theme = {
  ...createDarkTheme(brand),
  fontFamilyBase,
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[120],
};
