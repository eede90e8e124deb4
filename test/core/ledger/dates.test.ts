import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, ReadState } from "../../../src/core/ledger/cells";
import { civilOf, isoOf, parseIso, readDates, serialOf } from "../../../src/core/ledger/dates";
import type { DateOrder } from "../../../src/core/ledger/roles";

const anyDay = fc.integer({ min: 61, max: 2958465 });
/** Days whose two-digit year Excel completes to the same year: 1930–2029. */
const shortYearDay = fc.integer({ min: serialOf(1930, 1, 1), max: serialOf(2029, 12, 31) });
const two = (n: number): string => String(n).padStart(2, "0");

function read(cells: readonly Cell[], order: DateOrder | null = null, dateSystem: 1900 | 1904 = 1900) {
  return readDates(cells, { order, dateSystem });
}
/** The days as ISO texts; the state's name where none was read. */
function days(
  cells: readonly Cell[],
  order: DateOrder | null = null,
  dateSystem: 1900 | 1904 = 1900,
): string[] {
  const names = Object.keys(ReadState);
  const { days, state } = read(cells, order, dateSystem);
  return Array.from(days, (day, row) =>
    state[row] === ReadState.Read ? isoOf(day) : (names[state[row] ?? 0] ?? ""),
  );
}

describe("the calendar", () => {
  // Serials as Excel shows them; 2958465 is the last day of its date systems (support.microsoft.com, "Excel specifications and limits").
  it.each([
    [1900, 3, 1, 61],
    [1904, 1, 1, 1462],
    [1970, 1, 1, 25569],
    [2000, 2, 29, 36585],
    [2011, 12, 10, 40887],
    [9999, 12, 31, 2958465],
  ])("counts %i-%i-%i as Excel does", (year, month, day, serial) => {
    expect(serialOf(year, month, day)).toBe(serial);
    expect(civilOf(serial)).toEqual({ year, month, day });
  });

  it("agrees with the clock of JavaScript on every day of Excel's calendar", () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        const date = new Date((serial - 25569) * 86_400_000);
        expect(isoOf(serial)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });

  it("takes a day to a serial and back", () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        const { year, month, day } = civilOf(serial);
        expect(serialOf(year, month, day)).toBe(serial);
        expect(parseIso(isoOf(serial))).toBe(serial);
      }),
    );
  });

  it("counts days before 1 March 1900 as they were, one less than Excel shows", () => {
    expect(isoOf(60)).toBe("1900-02-28");
    expect(isoOf(1)).toBe("1899-12-31");
  });

  it.each(["2011-02-30", "2011-13-01", "2011-1-1", "11-01-01", "1899-01-01", "2011-12-10T00:00", "", "x"])(
    "parseIso refuses %j",
    (text) => expect(parseIso(text)).toBeNull(),
  );
});

describe("texts of one meaning", () => {
  const months =
    "January February March April May June July August September October November December".split(" ");
  const wide = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const formats: readonly [string, (y: number, m: number, d: number) => string][] = [
    ["ISO", (y, m, d) => `${y}-${two(m)}-${two(d)}`],
    ["ISO with time", (y, m, d) => `${y}-${two(m)}-${two(d)}T23:59:59.999Z`],
    ["ISO with offset", (y, m, d) => `${y}-${two(m)}-${two(d)} 00:30:00 +0800`],
    ["slashes", (y, m, d) => `${y}/${m}/${d} 9:05`],
    ["dots", (y, m, d) => `${y}.${m}.${d}`],
    ["eight digits", (y, m, d) => `${y}${two(m)}${two(d)}`],
    ["fourteen digits", (y, m, d) => `${y}${two(m)}${two(d)}235959`],
    ["Chinese", (y, m, d) => `${y}年${m}月${d}日`],
    ["Chinese with time", (y, m, d) => `${y}年${m}月${d}日 下午3:04`],
    ["Chinese in words of the clock", (y, m, d) => `${y}年${m}月${d}号 星期三 上午9时05分`],
    ["full width", (y, m, d) => wide(`${y}年${m}月${d}日`)],
    ["day and month's name", (y, m, d) => `${d}-${(months[m - 1] ?? "").slice(0, 3)}-${y}`],
    ["month's name and day", (y, m, d) => `${months[m - 1]} ${d}, ${y} 3:04 PM`],
    ["an ordinal", (y, m, d) => `${d}th of ${months[m - 1]} ${y}`],
    [
      "a clock's text",
      (y, m, d) => `Sat ${(months[m - 1] ?? "").slice(0, 3)} ${two(d)} ${y} 08:26:00 GMT+0800 (CST)`,
    ],
    ["Oracle in Chinese", (y, m, d) => `${two(d)}-${m}月 -${y}`],
    ["spaces and a tab", (y, m, d) => `\u00a0${y}-${two(m)}-${two(d)}\t`],
  ];
  it.each(formats)("reads %s", (_, write) => {
    fc.assert(
      fc.property(fc.integer({ min: serialOf(1901, 1, 1), max: serialOf(2199, 12, 31) }), (serial) => {
        const { year, month, day } = civilOf(serial);
        expect(days([write(year, month, day)])).toEqual([isoOf(serial)]);
      }),
    );
  });

  it("completes two-digit years as Excel does: 00–29 to 2000s, 30–99 to 1900s", () => {
    expect(days(["10-Dec-29", "10-Dec-30", "29年1月2日", "99年1月2日"])).toEqual([
      "2029-12-10",
      "1930-12-10",
      "2029-01-02",
      "1999-01-02",
    ]);
  });

  it.each(["2011-02-30", "2011-02-29", "2011-13-01", "31-Apr-2011", "2011年2月30日", "20110230"])(
    "has no such day: %s",
    (text) => expect(days([text])).toEqual(["Unreadable"]),
  );
  it.each([
    "2011",
    "2011-12",
    "12月10日",
    "12:30",
    "soon",
    "Mayhem 10, 2011",
    "1323504000",
    "2011/12-10",
    "2011-12-10 25:00",
    "2011-12-10 or so",
    "2011-12-10 ~ 2011-12-11",
    "0000-00-00",
    "1.5",
  ])("is no date: %s", (text) => expect(days([text])).toEqual(["Unreadable"]));
  it("tells blanks and error values", () => {
    expect(days([null, "", " \u3000", "\u200b", "#N/A", "#NULL!", "#hash"])).toEqual([
      "Blank",
      "Blank",
      "Blank",
      "Blank",
      "ErrorCell",
      "ErrorCell",
      "Unreadable",
    ]);
  });
});

describe("numbers", () => {
  it("are serials with the time floored, or yyyymmdd", () => {
    expect(days([40887, 40887.999, 20111210, 20111210082600, 1, 2958465.9])).toEqual([
      "2011-12-10",
      "2011-12-10",
      "2011-12-10",
      "2011-12-10",
      "1899-12-31",
      "9999-12-31",
    ]);
  });
  it("outside the calendar are unreadable", () => {
    const bad = [0, 0.5, -1, 2958466, 20111310, 20110230, 19000001, 1e9, Infinity, 20111210250000];
    expect(days(bad)).toEqual(bad.map(() => "Unreadable"));
    expect(days([true, false])).toEqual(["Unreadable", "Unreadable"]);
  });
  it("are 1,462 days on in the 1904 system; texts aren't", () => {
    expect(days([39425, 39425.5, 0, 2957003, -1, 2957004, 20111210, "2011-12-10"], null, 1904)).toEqual([
      "2011-12-10",
      "2011-12-10",
      "1904-01-01",
      "9999-12-31",
      "Unreadable",
      "Unreadable",
      "2011-12-10",
      "2011-12-10",
    ]);
  });
  it("as texts of five digits are serials, too", () => {
    expect(days(["40887", "40887.35"])).toEqual(["2011-12-10", "2011-12-10"]);
    expect(days(["39425"], null, 1904)).toEqual(["2011-12-10"]);
  });
});

describe("the order of day, month and year", () => {
  const written = (order: DateOrder, mark: string, serial: number, long: boolean): string => {
    const { year, month, day } = civilOf(serial);
    const y = long ? String(year) : two(year % 100);
    const parts = {
      dmy: [two(day), two(month), y],
      mdy: [two(month), two(day), y],
      ymd: [y, two(month), two(day)],
    };
    return parts[order].join(mark);
  };

  it("is what the reader says", () => {
    fc.assert(
      fc.property(
        shortYearDay,
        fc.constantFrom<DateOrder>("dmy", "mdy", "ymd"),
        fc.constantFrom("/", "-", "."),
        fc.boolean(),
        (serial, order, mark, long) => {
          expect(days([written(order, mark, serial, long)], order)).toEqual([isoOf(serial)]);
        },
      ),
    );
  });

  it("is decided by one date that only fits one order, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: serialOf(2009, 1, 1), max: serialOf(2012, 12, 31) }), { minLength: 1 }),
        fc.constantFrom<DateOrder>("dmy", "mdy"),
        fc.nat(),
        (serials, order, at) => {
          const sure = serialOf(2011, 4, 25);
          const all = serials.toSpliced(at % (serials.length + 1), 0, sure);
          const result = read(all.map((serial) => written(order, "/", serial, true)));
          expect(result).toMatchObject({ order, undecided: false, contradictory: false, example: null });
          expect([...result.days]).toEqual(all);
        },
      ),
    );
  });

  it("doesn't hang on the order of the rows", () => {
    const text = fc
      .tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 14 }),
        fc.constantFrom("11", "2011", "31", "5"),
      )
      .map(([a, b, y]) => `${a}/${b}/${y}`);
    const column = fc.array(text, { maxLength: 12 });
    fc.assert(
      fc.property(
        column.chain((texts) =>
          fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
        ),
        ([texts, shuffled]) => {
          const [a, b] = [read(texts), read(shuffled)];
          const facts = ({ order, undecided, contradictory, example }: typeof a) => [
            order,
            undecided,
            contradictory,
            example,
          ];
          expect(facts(b)).toEqual(facts(a));
          const dayOf = new Map(texts.map((t, row) => [t, a.days[row]]));
          expect([...b.days]).toEqual(shuffled.map((t) => dayOf.get(t)));
          expect(a.undecided && a.contradictory).toBe(false);
        },
      ),
    );
  });

  it("is asked for where no date decides; only days that are the same in both are read", () => {
    const result = read(["05/06/2011", "03/04/2011", "07/07/2011", "2011-03-04", null]);
    expect(result).toMatchObject({
      order: null,
      undecided: true,
      contradictory: false,
      example: "03/04/2011",
    });
    expect(days(["05/06/2011", "07/07/2011", "2011-03-04"])).toEqual([
      "Unreadable",
      "2011-07-07",
      "2011-03-04",
    ]);
    expect(read(["07/07/2011"])).toMatchObject({ undecided: false, contradictory: false });
  });

  it("is never guessed in a column that contradicts itself", () => {
    const texts = ["13/02/2011", "02/13/2011", "03/04/2011"];
    expect(read(texts)).toMatchObject({
      order: null,
      undecided: false,
      contradictory: true,
      example: "03/04/2011",
    });
    expect(days(texts)).toEqual(["2011-02-13", "2011-02-13", "Unreadable"]);
    expect(days(texts, "dmy")).toEqual(["2011-02-13", "Unreadable", "2011-04-03"]);
  });

  it("isn't decided by a day that doesn't exist", () => {
    expect(read(["31/04/2011", "03/05/2011"])).toMatchObject({ order: null, undecided: true });
  });

  it("with two-digit years may put the year first when a number can be no day, or the reader says so", () => {
    expect(days(["99/12/31", "05/06/07"])).toEqual(["1999-12-31", "2005-06-07"]);
    expect(days(["05/06/07"], "ymd")).toEqual(["2005-06-07"]);
    expect(days(["05/06/2007", "25/06/2007"], "ymd")).toEqual(["2007-06-05", "2007-06-25"]);
    expect(read(["99/12/31", "12/31/2011"])).toMatchObject({ order: null, contradictory: true });
  });

  it("with two-digit years is asked for where the years seem to stand first", () => {
    expect(read(["24/3/15", "24/3/28", "24/11/2"])).toMatchObject({
      order: null,
      undecided: true,
      example: "24/11/2",
    });
    expect(read(["15/3/24", "28/3/24", "2/11/24"])).toMatchObject({ order: "dmy", undecided: false });
  });
});

describe("shapes of columns", () => {
  it("coded cells, plain cells and numbers read the same, and values no row holds have no say", () => {
    const values = ["03/04/2011", "25/12/2011", null, 40887, "12/25/2011", true];
    const codes = Uint32Array.of(0, 1, 2, 3, 5, 0);
    const coded = readDates({ codes, values }, { order: null, dateSystem: 1900 });
    const plain = read(Array.from(codes, (code) => values[code] ?? null));
    expect(coded).toEqual(plain);
    expect(coded.order).toBe("dmy");
    const numbers = [40887, 40888.5, NaN, -3, 20111210];
    expect(readDates(Float64Array.from(numbers), { order: null, dateSystem: 1904 })).toEqual(
      read(numbers, null, 1904),
    );
    expect(read([])).toMatchObject({ order: null, undecided: false, contradictory: false });
  });
});
