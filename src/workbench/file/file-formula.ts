/**
 * Functions newer than the file format: a file names them with a prefix, without which Excel doesn't know them.
 * https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/5d1b6d44-6fc1-4ecd-8fef-0b27406cc2bf
 */
const FUTURE = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND " +
    "BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV " +
    "CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P " +
    "COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV " +
    "F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST " +
    "GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET " +
    "LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST " +
    "NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC " +
    "PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI " +
    "SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV " +
    "T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT " +
    "VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);

/** Those of them that have a second prefix. */
const WORKSHEET = new Set(["FILTER", "SORT"]);

/** Texts and quoted sheet names of a formula are left alone: only what is between them is given to `change`. */
function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join("");
}

/** True of a formula that binds names of its own: a file marks each of them, which isn't done here. */
export function bindsNames(formula: string): boolean {
  let binds = false;
  outsideQuotes(formula, (part) => {
    binds ||= /(?<![\w.])(?:LET|LAMBDA)\(/i.test(part);
    return part;
  });
  return binds;
}

/** A formula as a file holds it, without its equals sign. */
export function fileFormula(formula: string): string {
  return outsideQuotes(formula.replace(/^=/, ""), (part) =>
    part
      .replaceAll(/(?<![\w.\]])([A-Za-z][A-Za-z0-9.]*)(?=\()/g, (name) => {
        const upper = name.toUpperCase();
        if (WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}`;
        return FUTURE.has(upper) ? `_xlfn.${upper}` : name;
      })
      // A spill by its anchor, and the row of a table that the formula stands in.
      .replaceAll(/(\$?[A-Za-z]{1,3}\$?\d+)#/g, "_xlfn.ANCHORARRAY($1)")
      .replaceAll(/\[@\[([^\]]*)\]\]/g, "[[#This Row],[$1]]")
      .replaceAll(/\[@([^\]]+)\]/g, "[[#This Row],[$1]]")
      .replaceAll("[@]", "[#This Row]"),
  );
}

/** A formula of a file as the formula bar shows it. */
export function shownFormula(formula: string): string {
  const plain = outsideQuotes(formula.replace(/^=/, ""), (part) =>
    part
      .replaceAll(/_xlfn\.ANCHORARRAY\((\$?[A-Za-z]{1,3}\$?\d+)\)/gi, "$1#")
      .replaceAll(/_xlfn\.SINGLE\((\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)\)/gi, "@$1")
      .replaceAll(/_xlfn\._xlws\.|_xlfn\.|_xlws\.|_xlpm\.|_xldudf_/gi, "")
      .replaceAll(/\[\[#This Row\],\[([^\]]*)\]\]/gi, (_, name: string) =>
        /^\p{L}[\p{L}\p{N}_]*$/u.test(name) ? `[@${name}]` : `[@[${name}]]`,
      ),
  );
  return `=${plain}`;
}
