import { describe, expect, it } from "vitest";
import { rankCommands } from "./rank.ts";

const run = () => undefined;
const commands = [
  { id: "a:send", section: "Actions", title: "Send the event", run },
  { id: "a:history", section: "Actions", title: "Go to History", run },
  { id: "e:login", section: "Events", title: "login", detail: "1106", run },
  { id: "e:signup", section: "Events", title: "newsletter_signup", detail: "1101", run },
];

describe("rankCommands", () => {
  it("lists everything by section, what was used lately on top and once", () => {
    const sections = rankCommands("", commands, ["e:signup", "gone"]);
    expect(sections.map(({ title }) => title)).toEqual(["Used lately", "Actions", "Events"]);
    expect(sections[0]?.commands.map(({ id }) => id)).toEqual(["e:signup"]);
    expect(sections.flatMap(({ commands }) => commands)).toHaveLength(4);
  });

  it("puts the section of the best first, and finds by what stands beside", () => {
    expect(rankCommands("sign", commands, [])[0]?.title).toBe("Events");
    expect(rankCommands("1106", commands, [])[0]?.commands[0]?.id).toBe("e:login");
    expect(rankCommands("nothing of the kind", commands, [])).toEqual([]);
  });
});
