import { plainWord } from "../words.ts";

/** What a column of a table can mean. */
export const COLUMN_ROLES = [
  "event",
  "eventTitle",
  "eventId",
  "eventDescription",
  "group",
  "apis",
  "parameter",
  "parameterTitle",
  "type",
  "required",
  "optional",
  "format",
  "enum",
  "maxLength",
  "minimum",
  "maximum",
  "monetary",
  "description",
  "example",
  "otherEventFields",
  "otherParameterFields",
  "catalog",
  "otherCatalogFields",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What each is called, and how our own tables head it. */
export const ROLE_TITLES = {
  event: "Event Key",
  eventTitle: "Event Name",
  eventId: "Event ID",
  eventDescription: "Event Description",
  group: "Event Group",
  apis: "APIs",
  parameter: "Parameter Key",
  parameterTitle: "Parameter Name",
  type: "Type",
  required: "Mandatory",
  optional: "Optional",
  format: "Format",
  enum: "Allowed Values",
  maxLength: "Max Length",
  minimum: "Minimum",
  maximum: "Maximum",
  monetary: "Monetary",
  description: "Description",
  example: "Example",
  otherEventFields: "Other Event Fields (JSON)",
  otherParameterFields: "Other Parameter Fields (JSON)",
  catalog: "Catalog",
  otherCatalogFields: "Other Catalog Fields (JSON)",
} as const satisfies Record<ColumnRole, string>;

/** Headings seen for each, as `plainWord` gives them. */
const SYNONYMS: Readonly<Record<ColumnRole, string>> = {
  event: "event eventkey events eventcode customevent eventidentifier",
  eventTitle: "eventname eventtitle eventlabel eventdisplayname",
  eventId: "eventid eid eventnumber eventno",
  eventDescription: "eventdescription eventdesc whensent trigger whentosend",
  group: "eventgroup group category eventcategory section",
  apis: "apis api supportedapis channel",
  parameter:
    "parameterkey parameter parameters param params paramkey property propertykey attribute field fieldname attributename propertyname context contextkey",
  parameterTitle: "parametername paramname parameterlabel parametertitle name",
  type: "type parametertype paramtype datatype valuetype fieldtype parameterdatatype datentyp typ",
  required:
    "required req reqd mandatory isrequired ismandatory mandatoryoptional requiredoptional parametermandatory presence pflicht pflichtfeld",
  optional: "optional isoptional",
  format: "format stringformat pattern",
  enum: "enum allowedvalues values possiblevalues enumvalues options acceptedvalues valuelist",
  maxLength: "maxlength maximumlength length maxlen maxchars size",
  minimum: "minimum min minvalue minimumvalue from",
  maximum: "maximum max maxvalue maximumvalue to",
  monetary: "monetary money ismonetary currency iscurrency",
  description:
    "description parameterdescription desc comment comments notes note meaning remarks paramdescription",
  example: "example examples examplevalue sample samplevalue eg parameterexample parametervalue",
  otherEventFields: "othereventfieldsjson othereventfields",
  otherParameterFields: "otherparameterfieldsjson otherparameterfields",
  catalog: "catalog catalogname",
  otherCatalogFields: "othercatalogfieldsjson othercatalogfields",
};

const ROLE_BY_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  COLUMN_ROLES.flatMap((role) => SYNONYMS[role].split(" ").map((word) => [word, role] as const)),
);

/**
 * What each column means by its heading. `Event Name` alone is the key, as in the vendor's request form; beside an
 * `Event Key` it is a title, and so for parameters. Of two columns of one meaning the first counts.
 */
export function matchColumns(headers: readonly string[]): (ColumnRole | null)[] {
  const roles = headers.map((header) => ROLE_BY_WORD.get(plainWord(header)) ?? null);
  const keyed = nameTheKey(roles, headers);
  const named = promote(promote(keyed, "eventTitle", "event"), "parameterTitle", "parameter");
  const mapping = describeEvents(named);
  return mapping.map((role, index) => (mapping.indexOf(role) === index ? role : null));
}

/** Events that columns describe in front of those of the parameters have their description there too. */
const OF_EVENT: ReadonlySet<ColumnRole | null> = new Set([
  "event",
  "eventTitle",
  "eventId",
  "group",
  "apis",
] as const);

function describeEvents(roles: (ColumnRole | null)[]): (ColumnRole | null)[] {
  const place = roles.indexOf("description");
  const isBefore = place !== -1 && place < roles.indexOf("parameter");
  const isOfEvent = isBefore && roles.slice(0, place).some((role) => OF_EVENT.has(role));
  return isOfEvent && !roles.includes("eventDescription") ? roles.with(place, "eventDescription") : roles;
}

/** A column of titles takes the place of a key that no column has. */
function promote(roles: (ColumnRole | null)[], from: ColumnRole, to: ColumnRole): (ColumnRole | null)[] {
  if (roles.includes(to)) return roles;
  const place = roles.indexOf(from);
  return roles.map((role, index) => (index === place ? to : role));
}

/** A column that is just `Key` is that of parameters, unless the table has those or speaks of events alone. */
function nameTheKey(roles: (ColumnRole | null)[], headers: readonly string[]): (ColumnRole | null)[] {
  const isOfEvents =
    roles.includes("parameter") || (roles.includes("eventTitle") && !roles.includes("parameterTitle"));
  const role = isOfEvents ? "event" : "parameter";
  return roles.map((known, index) =>
    known === null && plainWord(headers[index] ?? "") === "key" ? role : known,
  );
}

/** How many columns a row of headings names; what is no heading names none or one by chance. */
export function countRoles(headers: readonly string[]): number {
  const roles = matchColumns(headers);
  const isAbout = roles.includes("event") || roles.includes("parameter");
  return isAbout ? roles.filter((role) => role !== null).length : 0;
}
