// What generated values are made of. Plain ASCII, so that names can stand in addresses too; domains, telephone numbers and
// IP addresses come from the ranges reserved for examples (RFC 2606, RFC 5737, 555-01xx), so that none belongs to anybody.

export const firstNames = [
  "Ada",
  "Amir",
  "Chloe",
  "Daniel",
  "Elena",
  "Farah",
  "George",
  "Hannah",
  "Ivan",
  "Jonas",
  "Keiko",
  "Liam",
  "Maya",
  "Noah",
  "Olivia",
  "Priya",
  "Rosa",
  "Samuel",
  "Tamar",
  "Zoe",
] as const;

export const lastNames = [
  "Adler",
  "Baker",
  "Cohen",
  "Diaz",
  "Evans",
  "Fischer",
  "Garcia",
  "Hughes",
  "Ito",
  "Jansen",
  "Kowalski",
  "Levi",
  "Moreau",
  "Novak",
  "Okafor",
  "Patel",
  "Rossi",
  "Silva",
  "Tanaka",
  "Weber",
] as const;

export const words = [
  "anchor",
  "basket",
  "candle",
  "drift",
  "ember",
  "forest",
  "garden",
  "harbour",
  "island",
  "juniper",
  "kettle",
  "lantern",
  "meadow",
  "notebook",
  "orchard",
  "pebble",
  "quartz",
  "river",
  "saddle",
  "timber",
] as const;

export const adjectives = [
  "Classic",
  "Compact",
  "Durable",
  "Elegant",
  "Handmade",
  "Light",
  "Refined",
  "Soft",
] as const;
export const materials = [
  "Bamboo",
  "Ceramic",
  "Cotton",
  "Glass",
  "Leather",
  "Linen",
  "Steel",
  "Wooden",
] as const;
export const products = [
  "Bag",
  "Chair",
  "Hat",
  "Keyboard",
  "Lamp",
  "Mug",
  "Shirt",
  "Shoes",
  "Table",
  "Watch",
] as const;
export const companyEndings = ["and Sons", "Group", "Ltd", "Partners", "Trading"] as const;
export const colors = [
  "black",
  "blue",
  "green",
  "grey",
  "orange",
  "purple",
  "red",
  "teal",
  "white",
  "yellow",
] as const;
export const cities = [
  "Athens",
  "Berlin",
  "Cardiff",
  "Dublin",
  "Haifa",
  "Lisbon",
  "Madrid",
  "Oslo",
  "Prague",
] as const;
export const countries = [
  "Austria",
  "Brazil",
  "Canada",
  "Germany",
  "Israel",
  "Japan",
  "Portugal",
  "Spain",
] as const;
export const countryCodes = ["AT", "BR", "CA", "DE", "ES", "FR", "GB", "IL", "JP", "PT", "US"] as const;
export const currencyCodes = ["AUD", "BRL", "CAD", "CHF", "EUR", "GBP", "ILS", "JPY", "SEK", "USD"] as const;
export const locales = ["de", "en", "es", "fr", "he", "it", "ja", "pt"] as const;
export const exampleDomains = ["example.com", "example.net", "example.org"] as const;
