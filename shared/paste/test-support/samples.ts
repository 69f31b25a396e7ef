/** The request example of the vendor's OptiEvent document, as it is laid out there. */
export const OPTIEVENT_SEED = `{
        "tenant":999,
    	"event":"newsletter_signup",
    	"customer":"johndoe@domain.com",
    	"visitor":"b449f7778d4981a5",
    	"timestamp":"2020-04-12 17:32:06.094 UTC",
        "context": {
            "email":"johndoe@domain.com",
            "opt_in":true}
    }`;

/** A body with what a careless reader would change: digits, order, escapes, duplicates. */
export const CAREFUL_BODY = `{"event":"purchase","tenant":999,"customer":"Zo\\u00eb's","context":{"n":100.00,"id":12345678901234567890,"big":1e400,"path":"C:\\\\a\\/b","n":2,"text":"$HOME \`x\` 100% ^|"}}`;

export const TOKEN = "5a4db0c5e11ed0c0de5a4db0c5e11ed05a4db0c5e11ed0c0de5a4db0c5e11ed0";
export const REALTIME_BODY = `{"tid":"${TOKEN}","cid":"johndoe@domain.com","eid":1101,"context":{"opt_in":true}}`;
export const REALTIME_CLEANED = REALTIME_BODY.replace(TOKEN, "{{secret:token}}");

export const SDK_EVENT = {
  tenant: 999,
  category: "track",
  event: "newsletter_signup",
  origin: "sdk",
  customer: null,
  visitor: "b449f7778d4981a5",
  timestamp: "2020-04-12T17:32:06.094Z",
  context: { email: "johndoe@domain.com" },
  metadata: {
    realtime: true,
    eventId: "1",
    sdk_platform: "iOS",
    sdk_version: "4.0.0",
    validations: [{ status: 1040, message: "opt_in is missing" }],
  },
};

/** One entry of a HAR log, of a request with this body. */
export function harEntry(url: string, body: string | null): Record<string, unknown> {
  const postData = body === null ? {} : { postData: { mimeType: "application/json", text: body } };
  return {
    startedDateTime: "2026-01-01T00:00:00.000Z",
    time: 12,
    request: {
      method: "POST",
      url,
      headers: [{ name: "Authorization", value: `Bearer ${TOKEN}` }],
      ...postData,
    },
    response: { status: 200, content: { text: '{"tenant":1,"event":"not this","context":{}}' } },
  };
}
