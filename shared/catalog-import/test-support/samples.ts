// Sources as they come: from the vendor's SDKs, its documents, and spreadsheets of shops.

/** A configuration as an old SDK loads it, with code where values should be. */
export const CONFIG_SCRIPT = `// generated
var optimoveTenantConfiguration = {
  enableRealtime: true,
  optitrackMetaData: { siteId: 100, optitrackEndpoint: 'https://optitrack.example/', },
  realtimeMetaData: {
    realtimeToken: 'a3f09b1c55de7a3f09b1c55de7a3f09b', /* secret */
    realtimeGateway: "https://gateway.example.com/",
  },
  events: {
    add_to_cart: {
      id: 1101, supportedOnOptitrack: true, supportedOnRealTime: !1,
      parameters: {
        sku: { type: 'String', optional: false, id: 3, optiTrackDimensionId: 8 },
        price: { type: "Number", optional: readOptional() },
        note: { type: "String", optional: true, description: 'uses a3f09b1c55de7a3f09b1c55de7a3f09b' },
      },
    },
    "__proto__": { id: 1102, parameters: { constructor: { type: "Boolean", optional: true } } },
    broken: null,
  },
  onLoad: function () { globalThis.wasRun = true; },
};
globalThis.wasRun = true;
`;

export const CONFIG_JSON = JSON.stringify({
  optitrackMetaData: { siteId: 100 },
  events: {
    add_to_cart: {
      id: 1101,
      supportedOnOptitrack: true,
      supportedOnRealTime: true,
      parameters: { sku: { type: "String", optional: false }, price: { type: "Number", optional: true } },
    },
  },
});

/** The vendor's two tables, as Markdown. */
export const VENDOR_TABLES = `## Events

| Event Key | Event Name | Type |
|---|---|---|
| add_to_cart | Add to cart | Custom |
| \`sign_up\` | Sign up | Custom |

### Add to cart

| Parameter Key | Parameter Name | Type | Description | Mandatory |
|:--|:-:|--|--|--|
| sku_id | SKU | String | one \\| two | Yes |
| added_at | Added at | Timestamp | | |
| price | Price | Decimal | **In USD** | no |

### sign_up

Parameters:

| Parameter Key | Parameter Name | Type | Description | Mandatory |
|--|--|--|--|--|
| opt_in | Opt-in | Boolean | | maybe |
`;

export const REQUEST_FORM = `Event Name: add_to_cart<br/>
-- Parameter Name: sku
-- Parameter Type: String
 - **Parameter Name:** \`quantity\`
 - **Parameter Type:** Integer

Event Name: Checkout_Completed
-- Parameter Name: paid -- Parameter Type: Boolean
`;

/** A German Excel's CSV: semicolons, merged event cells, a quoted line break, a formula, a quote that never ends. */
export const SEMICOLON_CSV = `Ereignisse 2026;;;;;
Event Key;Event ID;Parameter Key;Type;Mandatory;Example
add_to_cart;1101;price;Decimal;Yes;100.00
;;note;"String
";no;=1+1
;;;Number;;
buy;x;"bad;String;yes;
sign_up;1103;opt_in;Boolean;n;true
`;

export const HTML_PAGE = `<!doctype html><title>Events <table></title>
<script>document.write("<table><tr><td>Event</td></tr></table>"); globalThis.wasRun = true;</script>
<h2>add_to_cart</h2>
<table><tr><th>Parameter Name<th>Type<tr><td>sku<td>String<tr><td>price<td>Num<b>ber</b></table>
<table>
<tr><td>Event</td><td>Parameter</td><td>Type</td></tr>
<tr><td rowspan="2">sign_up</td><td>email</td><td>String</td></tr>
<tr><td>opt_in</td><td>Bool&#101;an</td></tr>`;

export const EVENT_SCHEMA = JSON.stringify({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "sign_up",
  type: "object",
  required: ["email", "source"],
  properties: {
    email: { type: ["string", "null"], format: "email" },
    age: { type: "integer", minimum: 18 },
    address: { type: "object" },
  },
});

export const PAYLOADS = `{"tenant":999,"event":"sign_up","customer":"x","context":{"email":"a@b.example","amount":100.00,"opt_in":true}}
{"tenant":999,"event":"sign_up","customer":"y","context":{"email":"c@d.example","amount":7.5,"event_os":"x"}}
{"tid":"0123456789abcdef0123456789abcdef","cid":"z","eid":1101,"context":{"sku":"A"}}
`;
