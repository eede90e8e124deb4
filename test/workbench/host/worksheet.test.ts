import { describe, expect } from "vitest";
import { loaded, rows } from "./in-excel";

const names = async (context: Excel.RequestContext): Promise<string[]> => {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map(({ name }) => name);
};

describe("Worksheet and WorksheetCollection", () => {
  rows([
    {
      source: "excel.worksheetcollection#excel-excel-worksheetcollection-add-member(1)",
      does: "add, rename, move, activate",
      run: async (context) => {
        const { worksheets } = context.workbook;
        const added = worksheets.add("Tiers");
        added.position = 0;
        const other = worksheets.add();
        other.name = "客户";
        added.activate();
        const active = worksheets.getActiveWorksheet();
        active.load("name,position,visibility");
        await context.sync();
        return [await names(context), active.name, active.position, active.visibility];
      },
      gives: [["Tiers", "Sheet1", "客户"], "Tiers", 0, "Visible"],
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-id-member",
      does: "an added sheet is found by its id, whatever its name becomes",
      run: async (context) => {
        const added = context.workbook.worksheets.add("First");
        added.load("id");
        await context.sync();
        added.name = "Second";
        await context.sync();
        const again = context.workbook.worksheets.getItem(added.id);
        return loaded(context, again, "name");
      },
      // The client is told the id of a sheet without asking: events need it.
      gives: { id: expect.any(String), name: "Second" },
    },
    ...(["", "a".repeat(32), "a/b", "a?b", "a*b", "a:b", "[a]", "a\\b", "'a", "a'", "History"] as const).map(
      (name) => ({
        source:
          "https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9",
        does: `no sheet is named ${JSON.stringify(name)}`,
        run: async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
          sheet.name = name;
          await context.sync();
        },
        fails: { code: "InvalidArgument", debugInfo: { errorLocation: "Worksheet.name" } },
      }),
    ),
    {
      source: "excel.errorcodes",
      does: "a name in use, in other capitals, is ItemAlreadyExists",
      run: async (context) => {
        context.workbook.worksheets.add("SHEET1");
        await context.sync();
      },
      fails: { code: "ItemAlreadyExists" },
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-delete-member(1)",
      does: "the last visible sheet stays",
      run: async (context, sheet) => {
        context.workbook.worksheets.add("Hidden").visibility = "Hidden";
        sheet.delete();
        await context.sync();
      },
      fails: { code: "InvalidOperation", debugInfo: { errorLocation: "Worksheet.delete" } },
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-delete-member(1)",
      does: "a very hidden sheet isn't deleted, a hidden one is",
      run: async (context) => {
        const { worksheets } = context.workbook;
        worksheets.add("Hidden").visibility = "Hidden";
        worksheets.add("Very").visibility = "VeryHidden";
        worksheets.getItem("Hidden").delete();
        await context.sync();
        worksheets.getItem("Very").delete();
        const code = await context.sync().then(
          () => "",
          (error: OfficeExtension.Error) => error.code,
        );
        return [await names(context), code];
      },
      gives: [["Sheet1", "Very"], "InvalidOperation"],
    },
    {
      source: "excel.worksheetcollection#excel-excel-worksheetcollection-getcount-member(1)",
      does: "counts, first, last, next and previous, of visible sheets if asked so",
      run: async (context, sheet) => {
        const { worksheets } = context.workbook;
        worksheets.add("Two").visibility = "Hidden";
        worksheets.add("Three");
        const all = worksheets.getCount();
        const visible = worksheets.getCount(true);
        const last = worksheets.getLast();
        const next = sheet.getNext(true);
        const none = sheet.getPreviousOrNullObject();
        last.load("name");
        next.load("name");
        await context.sync();
        return [all.value, visible.value, last.name, next.name, none.isNullObject];
      },
      gives: [3, 2, "Three", "Three", true],
    },
    {
      source: "https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#load",
      does: "$top, $skip and a load without names",
      run: async (context) => {
        const { worksheets } = context.workbook;
        worksheets.add("Two");
        worksheets.add("Three");
        worksheets.load({ $top: 1, $skip: 1, name: true });
        await context.sync();
        const [second] = worksheets.items;
        const all = worksheets.getFirst();
        all.load();
        await context.sync();
        return [worksheets.items.length, second!.name, all.name, all.showGridlines];
      },
      gives: [1, "Two", "Sheet1", true],
    },
    {
      source: "excel.worksheetfreezepanes",
      does: "frozen rows and columns",
      run: async (context, sheet) => {
        sheet.freezePanes.freezeRows(2);
        const rowsFrozen = sheet.freezePanes.getLocationOrNullObject();
        rowsFrozen.load("address");
        await context.sync();
        sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
        const both = sheet.freezePanes.getLocationOrNullObject();
        both.load("address");
        await context.sync();
        sheet.freezePanes.unfreeze();
        const none = sheet.freezePanes.getLocationOrNullObject();
        await context.sync();
        return [rowsFrozen.address, both.address, none.isNullObject];
      },
      gives: ["Sheet1!1:2", "Sheet1!A1:B3", true],
    },
    {
      source: "excel.worksheet#excel-excel-worksheet-copy-member(1)",
      does: "a copy has the cells and a name of its own",
      given: (sheet) => sheet.write({ top: 0, left: 0, bottom: 0, right: 0 }, [["cell"]]),
      run: async (context, sheet) => {
        const copy = sheet.copy("Beginning");
        const cell = copy.getRange("A1");
        cell.load("values");
        await context.sync();
        return [await names(context), cell.values];
      },
      gives: [["Sheet1 (2)", "Sheet1"], [["cell"]]],
    },
    {
      source: "excel.worksheetcustompropertycollection",
      does: "custom properties by key in any capitals",
      run: async (context, sheet) => {
        sheet.customProperties.add("Made", "by us");
        sheet.customProperties.add("MADE", "again");
        const found = sheet.customProperties.getItem("made");
        const count = sheet.customProperties.getCount();
        found.load("key,value");
        await context.sync();
        return [found.key, found.value, count.value];
      },
      gives: ["Made", "again", 1],
    },
    {
      source: "excel.worksheetprotection",
      does: "a protected sheet refuses writing locked cells, and takes unlocked ones",
      run: async (context, sheet) => {
        sheet.getRange("B1").format.protection.locked = false;
        sheet.protection.protect({ allowFormatCells: true }, "secret");
        sheet.getRange("B1").values = [["open"]];
        sheet.getRange("A1").format.font.bold = true;
        sheet.protection.load("protected,options");
        await context.sync();
        const tried: string[] = [];
        const attempt = async (work: () => void) => {
          work();
          const code = await context.sync().then(
            () => "done",
            (error: OfficeExtension.Error) => error.code,
          );
          tried.push(code);
        };
        await attempt(() => (sheet.getRange("A1").values = [["locked"]]));
        await attempt(() => void sheet.getRange("1:1").insert("Down"));
        await attempt(() => (sheet.getRange("A1").format.columnWidth = 20));
        await attempt(() => sheet.protection.unprotect("wrong"));
        await attempt(() => sheet.protection.unprotect("secret"));
        await attempt(() => (sheet.getRange("A1").values = [["free"]]));
        return [sheet.protection.protected, sheet.protection.options.allowFormatCells, tried];
      },
      gives: [true, true, ["AccessDenied", "AccessDenied", "AccessDenied", "AccessDenied", "done", "done"]],
    },
  ]);
});

describe("Workbook: structure, names, settings, parts, properties", () => {
  rows([
    {
      source: "excel.workbookprotection",
      does: "a protected workbook keeps its sheets",
      run: async (context) => {
        context.workbook.protection.protect();
        context.workbook.worksheets.add("New");
        await context.sync();
      },
      fails: { code: "AccessDenied", debugInfo: { errorLocation: "WorksheetCollection.add" } },
    },
    {
      source: "excel.nameditemcollection",
      does: "names of ranges and constants, by scope",
      run: async (context, sheet) => {
        const { workbook } = context;
        workbook.names.add("Orders", sheet.getRange("A1:B2"), "a comment");
        sheet.names.add("Rate", "=0.15");
        const orders = workbook.names.getItem("orders");
        const rate = sheet.names.getItemOrNullObject("Rate");
        const elsewhere = workbook.names.getItemOrNullObject("Rate");
        const range = orders.getRange();
        orders.load("name,type,value,formula,comment,scope,visible");
        rate.load("type,value,scope");
        range.load("address");
        await context.sync();
        return [orders.toJSON(), rate.value, rate.scope, elsewhere.isNullObject, range.address];
      },
      gives: [
        {
          name: "Orders",
          type: "Range",
          value: "Sheet1!A1:B2",
          formula: "=Sheet1!$A$1:$B$2",
          comment: "a comment",
          scope: "Workbook",
          visible: true,
        },
        0.15,
        "Worksheet",
        true,
        "Sheet1!A1:B2",
      ],
    },
    ...(["A1", "R1C1", "two words", "1st", ""] as const).map((name) => ({
      source:
        "https://support.microsoft.com/office/define-and-use-names-in-formulas-4d0f13ac-53b7-422e-afd2-abd7ff379c64",
      does: `${JSON.stringify(name)} is no name`,
      run: async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
        context.workbook.names.add(name, sheet.getRange("A1"));
        await context.sync();
      },
      fails: { code: "InvalidArgument" },
    })),
    {
      source: "excel.settingcollection",
      does: "settings keep JSON; add writes over, delete takes away",
      run: async (context) => {
        const { settings } = context.workbook;
        settings.add("policy", { version: 1, tiers: ["A", "B"] });
        settings.add("policy", { version: 2 });
        settings.add("gone", "soon");
        settings.getItem("gone").delete();
        const policy = settings.getItem("policy");
        const gone = settings.getItemOrNullObject("gone");
        const count = settings.getCount();
        policy.load("value,key");
        await context.sync();
        return [policy.value, gone.isNullObject, count.value];
      },
      gives: [{ version: 2 }, true, 1],
    },
    {
      source: "excel.customxmlpartcollection",
      does: "XML parts by id and namespace",
      run: async (context) => {
        const { customXmlParts } = context.workbook;
        const first = customXmlParts.add('<result xmlns="https://example.com/result"><tier/></result>');
        customXmlParts.add('<o:other xmlns:o="https://example.com/other"/>');
        const scoped = customXmlParts.getByNamespace("https://example.com/result");
        const only = scoped.getOnlyItem();
        const none = customXmlParts.getByNamespace("https://example.com/none").getOnlyItemOrNullObject();
        const count = customXmlParts.getCount();
        first.load("id,namespaceUri");
        only.load("id");
        const xml = only.getXml();
        await context.sync();
        first.setXml('<result xmlns="https://example.com/result"/>');
        const changed = first.getXml();
        await context.sync();
        first.delete();
        const left = customXmlParts.getCount();
        await context.sync();
        return [
          first.id === only.id,
          first.namespaceUri,
          xml.value,
          changed.value,
          none.isNullObject,
          count.value,
          left.value,
        ];
      },
      gives: [
        true,
        "https://example.com/result",
        '<result xmlns="https://example.com/result"><tier/></result>',
        '<result xmlns="https://example.com/result"/>',
        true,
        2,
        1,
      ],
    },
    {
      source: "excel.customxmlpartcollection#excel-excel-customxmlpartcollection-add-member(1)",
      does: "what is no XML is refused",
      run: async (context) => {
        context.workbook.customXmlParts.add("<open>");
        await context.sync();
      },
      fails: { code: "InvalidArgument" },
    },
    {
      source: "excel.documentproperties",
      does: "document properties and custom ones",
      run: async (context) => {
        const { properties } = context.workbook;
        properties.title = "Tiers";
        properties.custom.add("Policy", "vip");
        properties.custom.add("Customers", 3000);
        properties.load("title,author");
        properties.custom.load("items/key,items/value,items/type");
        await context.sync();
        return [properties.title, properties.custom.items.map(({ key, value, type }) => [key, value, type])];
      },
      gives: [
        "Tiers",
        [
          ["Policy", "vip", "String"],
          ["Customers", 3000, "Number"],
        ],
      ],
    },
    {
      source: "excel.application",
      does: "calculation mode, culture and separators",
      run: async (context) => {
        const { application } = context.workbook;
        application.load("calculationMode,decimalSeparator,thousandsSeparator,cultureInfo/name");
        application.cultureInfo.datetimeFormat.load("shortDatePattern");
        await context.sync();
        const { cultureInfo } = application;
        return [
          application.calculationMode,
          application.decimalSeparator,
          cultureInfo.name,
          cultureInfo.datetimeFormat.shortDatePattern,
        ];
      },
      gives: ["Automatic", ".", "en-US", "M/d/yyyy"],
    },
    {
      source: "excel.application#excel-excel-application-suspendapicalculationuntilnextsync-member(1)",
      does: "suspended calculation computes at the end of the sync",
      run: async (context, sheet) => {
        const cell = sheet.getRange("B1");
        context.workbook.application.suspendApiCalculationUntilNextSync();
        sheet.getRange("A1").values = [[2]];
        cell.formulas = [["=A1+1"]];
        await context.sync();
        return loaded(context, cell, "values");
      },
      gives: { formulas: [["=A1+1"]], values: [[3]] },
    },
  ]);
});
