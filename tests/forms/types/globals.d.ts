// What the script's comments call things, and what Google's services have that the types lack.
type Form = GoogleAppsScript.Forms.Form;
type FormItem = GoogleAppsScript.Forms.Item;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Properties = GoogleAppsScript.Properties.Properties;

type ItemKind = "section" | "page" | "text" | "paragraph" | "list" | "choice";

interface ItemSpec {
  id: string;
  type: ItemKind;
  title: string;
  help: string;
  required: boolean;
  options: string[];
  pattern?: string;
  otherwise?: string;
}

interface FormSpec {
  id: string;
  title: string;
  description: string;
  confirmation: string;
  allowEdits: boolean;
  items: ItemSpec[];
}

interface Spec {
  campaign: string;
  timezone: string;
  spreadsheet: string;
  forms: FormSpec[];
  agencies: { id: string; name: string }[];
}

interface Kept {
  getId(): string;
}

interface Shown {
  setTitle(title: string): unknown;
  setHelpText(text: string): unknown;
}

interface Asked extends Shown {
  setRequired(required: boolean): unknown;
}

interface Chosen extends Asked {
  setChoiceValues(values: string[]): unknown;
}

interface Typed extends Asked {
  setValidation(rule: GoogleAppsScript.Forms.TextValidation): unknown;
}

interface Make<From> {
  section(from: From): Shown;
  page(from: From): Shown;
  text(from: From): Asked;
  paragraph(from: From): Asked;
  list(from: From): Chosen;
  choice(from: From): Chosen;
}

// In Google's reference since 2024, not yet in @types/google-apps-script 2.0.13.
declare namespace GoogleAppsScript {
  namespace Forms {
    interface Form {
      isPublished(): boolean;
      setPublished(enabled: boolean): Form;
      supportsAdvancedResponderPermissions(): boolean;
    }
  }
}
