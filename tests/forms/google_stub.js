// A stand-in for the Apps Script services that the script uses: it knows only methods that the
// real ones have, refuses what they refuse, and dies for good after a given number of calls.
"use strict";
const fs = require("fs");
const vm = require("vm");

class Killed extends Error {}
const life = { calls: 0, last: Infinity, clock: 0, perCall: 0 };

/** Let every call count, and every unknown name throw. */
function real(name, methods) {
  return new Proxy(methods, {
    get(target, key) {
      if (typeof key === "symbol" || key === "toJSON" || key === "constructor") return target[key];
      if (!(key in target)) throw new TypeError(name + "." + String(key) + " is not a function");
      if (typeof target[key] !== "function") return target[key];
      return (...given) => {
        if (life.calls >= life.last) throw new Killed();
        life.calls += 1;
        life.clock += life.perCall;
        const answer = target[key](...given);
        if (life.calls >= life.last) throw new Killed();
        return answer;
      };
    },
  });
}

const refuse = (why) => { throw new Error(why); };
const text = (value) => (typeof value === "string" ? value : refuse("not a string: " + value));
const flag = (value) => (typeof value === "boolean" ? value : refuse("not a boolean: " + value));

function item(form, type) {
  const kept = { type, title: "", help: "", required: false, choices: [] };
  form.items.push(kept);
  return handle(kept);
}

function handle(kept) {
  const methods = {
    getType: () => kept.type,
    getTitle: () => kept.title,
    setTitle(title) { kept.title = text(title); return this; },
    setHelpText(help) { kept.help = text(help); return this; },
  };
  if (kept.type !== "SECTION_HEADER" && kept.type !== "PAGE_BREAK") {
    methods.setRequired = (required) => { kept.required = flag(required); };
  }
  if (kept.type === "LIST" || kept.type === "MULTIPLE_CHOICE") {
    methods.setChoiceValues = (choices) => {
      if (!choices.length || choices.some((c) => !text(c).trim())) refuse("blank choice");
      if (new Set(choices).size < choices.length) refuse("the same choice twice");
      kept.choices = [...choices];
    };
    methods.createResponse = (choice) =>
      kept.choices.includes(choice) ? { kept, choice } : refuse("no such choice: " + choice);
  }
  if (kept.type === "TEXT") {
    methods.setValidation = (rule) => { kept.pattern = rule.pattern || refuse("no validation"); };
  }
  return real(kept.type, methods);
}

/** Google builds a validation step by step, and takes nothing but a built one. */
function validation() {
  const rule = {};
  const builder = real("TextValidationBuilder", {
    setHelpText(help) { rule.help = text(help); return builder; },
    requireTextMatchesPattern(pattern) { new RegExp(text(pattern)); rule.pattern = pattern; return builder; },
    build: () => ({ ...rule }),
  });
  return builder;
}

const CAST = {
  asSectionHeaderItem: "SECTION_HEADER", asPageBreakItem: "PAGE_BREAK", asTextItem: "TEXT",
  asParagraphTextItem: "PARAGRAPH_TEXT", asListItem: "LIST", asMultipleChoiceItem: "MULTIPLE_CHOICE",
};

/** Return what getItems() gives: an item without the methods of its type, until it is cast. */
function generic(kept) {
  const casts = Object.entries(CAST).map(([name, type]) => [
    name, () => (kept.type === type ? handle(kept) : refuse("not a " + type)),
  ]);
  const own = { getType: () => kept.type, getTitle: () => kept.title };
  return real("Item", { ...own, ...Object.fromEntries(casts) });
}

function formHandle(world, form) {
  const set = (name, check) => (value) => { form.settings[name] = check(value); };
  return real("Form", {
    getId: () => form.id,
    getEditUrl: () => "https://docs.google.com/forms/d/" + form.id + "/edit",
    getPublishedUrl: () => "https://docs.google.com/forms/d/e/" + form.id + "-public/viewform",
    setTitle: set("title", text),
    setDescription: set("description", text),
    setConfirmationMessage: set("confirmation", text),
    setCollectEmail: set("collectEmail", flag),
    setLimitOneResponsePerUser: set("limitOne", flag),
    setAllowResponseEdits: set("edits", flag),
    setPublishingSummary: set("summary", flag),
    setShowLinkToRespondAgain: set("again", flag),
    setProgressBar: set("progress", flag),
    setShuffleQuestions: set("shuffle", flag),
    setRequireLogin: () => (world.workspace ? null : refuse("only in Workspace")),
    getItems: (type) => form.items.filter((k) => !type || k.type === type).map(generic),
    addSectionHeaderItem: () => item(form, "SECTION_HEADER"),
    addPageBreakItem: () => item(form, "PAGE_BREAK"),
    addTextItem: () => item(form, "TEXT"),
    addParagraphTextItem: () => item(form, "PARAGRAPH_TEXT"),
    addListItem: () => item(form, "LIST"),
    addMultipleChoiceItem: () => item(form, "MULTIPLE_CHOICE"),
    supportsAdvancedResponderPermissions: () => true,
    setPublished: (published) => { form.published = flag(published); },
    isPublished: () => form.published,
    setAcceptingResponses(accepting) {
      if (!form.published) refuse("not published");
      form.accepting = flag(accepting);
    },
    isAcceptingResponses: () => form.accepting,
    getDestinationId: () => form.destination || refuse("no destination"),
    setDestination(type, id) {
      if (type !== "SPREADSHEET" || !world.spreadsheets[id]) refuse("no such destination");
      form.destination = id;
      const sheets = world.spreadsheets[id].sheets;
      sheets.unshift({ name: "การตอบแบบฟอร์ม " + sheets.length, gid: 1000 + sheets.length, form });
    },
    createResponse: () => response(form, []),
  });
}

function response(form, answers) {
  return real("FormResponse", {
    withItemResponse: (answer) => response(form, [...answers, answer]),
    toPrefilledUrl: () =>
      "https://docs.google.com/forms/d/e/" + form.id + "-public/viewform?usp=pp_url" +
      answers.map((a) => "&entry." + (7000 + form.items.indexOf(a.kept)) + "=" +
        encodeURIComponent(a.choice).replace(/%20/g, "+")).join(""),
  });
}

function sheetHandle(sheet) {
  return real("Sheet", {
    getName: () => sheet.name,
    getSheetId: () => sheet.gid,
    getFormUrl: () =>
      sheet.form ? "https://docs.google.com/forms/d/" + sheet.form.id + "/viewform" : null,
    getDataRange: () => real("Range", { getDisplayValues: () => [headings(sheet.form)] }),
    clear: () => { sheet.cells = []; },
    getRange: (row, column, rows, columns) => real("Range", {
      setNumberFormat: () => {},
      setValues(values) {
        if (values.length !== rows || values.some((r) => r.length !== columns)) refuse("size");
        for (const [cell] of values) {
          if (text(cell).length >= 50000) refuse("more than 50000 characters in a cell");
          if (/^[=+]/.test(cell)) refuse("a formula");
        }
        sheet.cells = values.map((r) => r[0]);
      },
    }),
  });
}

function headings(form) {
  const asked = form.items.filter((k) => !["SECTION_HEADER", "PAGE_BREAK"].includes(k.type));
  return ["ประทับเวลา", ...asked.map((k) => k.title)];
}

function spreadsheetHandle(world, book) {
  const named = (name) => book.sheets.find((sheet) => sheet.name === name);
  return real("Spreadsheet", {
    getId: () => book.id,
    getUrl: () => "https://docs.google.com/spreadsheets/d/" + book.id + "/edit",
    getSpreadsheetTimeZone: () => book.zone,
    setSpreadsheetTimeZone: (zone) => { book.zone = text(zone); },
    getSpreadsheetLocale: () => book.locale,
    setSpreadsheetLocale: (locale) => { book.locale = text(locale); },
    getSheets: () => book.sheets.map(sheetHandle),
    getSheetByName: (name) => (named(name) ? sheetHandle(named(name)) : null),
    insertSheet(name) {
      if (named(name)) refuse("a sheet of that name is there");
      book.sheets.push({ name, gid: 2000 + book.sheets.length, cells: [] });
      return sheetHandle(named(name));
    },
  });
}

const id = (world, kind) => (kind + "-".repeat(44)).slice(0, 40) + String(world.made += 1).padStart(4, "0");
const newWorld = (workspace) =>
  ({ made: 0, workspace, forms: {}, spreadsheets: {}, properties: {} });

function services(world, logged) {
  let held = false;
  return {
    FormApp: real("FormApp", {
      ItemType: { LIST: "LIST" },
      createTextValidation: validation,
      DestinationType: { SPREADSHEET: "SPREADSHEET" },
      create(title) {
        const form = { id: id(world, "form"), name: title, items: [], settings: { title: text(title) },
          published: false, accepting: false, destination: "" };
        world.forms[form.id] = form;
        return formHandle(world, form);
      },
      openById: (key) => formHandle(world, world.forms[key] || refuse("no such form")),
    }),
    SpreadsheetApp: real("SpreadsheetApp", {
      flush: () => {},
      create(title) {
        const book = { id: id(world, "sheet"), name: text(title), zone: "America/New_York", locale: "en_US",
          sheets: [{ name: "ชีต1", gid: 0, cells: [] }] };
        world.spreadsheets[book.id] = book;
        return spreadsheetHandle(world, book);
      },
      openById: (key) => spreadsheetHandle(world, world.spreadsheets[key] || refuse("none")),
    }),
    PropertiesService: real("PropertiesService", {
      getScriptProperties: () => real("Properties", {
        getProperty: (key) => (key in world.properties ? world.properties[key] : null),
        setProperty(key, value) {
          if (text(value).length > 9000) refuse("value too long");
          world.properties[key] = value;
        },
      }),
    }),
    LockService: real("LockService", {
      getScriptLock: () => real("Lock", {
        tryLock: () => (held ? false : (held = true)),
        releaseLock: () => { held = false; },
      }),
    }),
    Utilities: real("Utilities", { sleep: () => {} }),
    Date: { now: () => life.clock },
    console: { log: (line) => logged.push(line) },
  };
}

/** Run the script once; say how it ended. */
function run(program, world, last, perCall = 0) {
  const logged = [];
  Object.assign(life, { calls: 0, last, clock: 0, perCall });
  try {
    vm.runInNewContext(program + "\nrapsap();", services(world, logged));
    return { ended: "returned", calls: life.calls, logged };
  } catch (fault) {
    if (life.calls >= last) return { ended: "killed", calls: life.calls, logged };
    throw fault;
  }
}

/** Return all that is left in Google of what the script's own result names. */
function left(world) {
  const [book] = Object.values(world.spreadsheets).filter((b) => b.sheets.some((s) => s.form));
  const result = JSON.parse(book.sheets.find((s) => s.name === "rapsap").cells.join("\n"));
  const forms = result.forms.map((told) => {
    const { id: _id, name: _name, destination, ...form } = world.forms[told.google_form];
    return { ...form, linked: destination === result.spreadsheet };
  });
  const tabs = book.sheets.map((s) => s.name);
  const used = new Set([book.id, ...result.forms.map((told) => told.google_form)]);
  const all = [...Object.values(world.forms).map((f) => ({ ...f, begun: f.items.length })),
    ...Object.values(world.spreadsheets).map((b) => ({ ...b, begun: b.sheets.length - 1 }))];
  const names = (of) => of.map((file) => file.name);
  const kept = names(all.filter((file) => used.has(file.id)));
  const orphans = all.filter((file) => !used.has(file.id));
  return { result, forms, tabs, kept, orphans: names(orphans),
    orphansBegun: orphans.reduce((sum, file) => sum + file.begun, 0), zone: book.zone, locale: book.locale,
    made: [Object.keys(world.forms).length, Object.keys(world.spreadsheets).length] };
}

const [path, mode] = process.argv.slice(2);
const program = fs.readFileSync(path, "utf8");
const told = [];
if (mode === "killed") {
  const whole = run(program, newWorld(false), Infinity).calls;
  for (let n = 1; n <= whole; n += 1) {
    const world = newWorld(false);
    const first = run(program, world, n);
    run(program, world, Infinity);
    told.push({ n, ended: first.ended, ...left(world) });
  }
} else if (mode === "slow") {
  const world = newWorld(false);
  let logged = [];
  let runs = 0;
  do {
    ({ logged } = run(program, world, Infinity, 2500));
    runs += 1;
  } while (runs < 50 && !logged.some((line) => line.startsWith("{")));
  told.push({ runs, ...left(world) });
} else {
  const world = newWorld(mode === "workspace");
  for (let n = 1; n <= 2; n += 1) {
    const { calls, logged } = run(program, world, Infinity);
    told.push({ calls, logged, ...left(world) });
  }
}
process.stdout.write(JSON.stringify(told));
