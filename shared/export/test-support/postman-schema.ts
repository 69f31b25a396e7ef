import { z } from "zod";

// What of https://schema.getpostman.com/json/collection/v2.1.0/ a collection of requests with raw bodies uses, field by field.
// Strict: a field that the schema does not have is a mistake.

const header = z.strictObject({ key: z.string(), value: z.string(), type: z.string().optional() });
const request = z.strictObject({
  method: z.string(),
  header: z.array(header),
  body: z.strictObject({
    mode: z.literal("raw"),
    raw: z.string(),
    options: z.strictObject({ raw: z.strictObject({ language: z.string() }) }),
  }),
  url: z.string(),
  description: z.string().optional(),
});
const response = z.strictObject({
  name: z.string(),
  originalRequest: request,
  status: z.string(),
  code: z.int(),
  header: z.array(header),
  body: z.string(),
  responseTime: z.number(),
  cookie: z.array(z.unknown()),
});

export const postmanCollectionSchema = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.literal("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
  }),
  item: z.array(z.strictObject({ name: z.string(), request, response: z.array(response) })),
  variable: z.array(z.strictObject({ key: z.string(), value: z.string(), type: z.literal("string") })),
});
