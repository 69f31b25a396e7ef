/** Under this name our JSON Schemas carry the fields of an event or parameter that JSON Schema has no word for. */
export const SCHEMA_EXTENSION = "x-optievent";
