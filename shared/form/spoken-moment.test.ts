import { describe, expect, it } from "vitest";
import { spokenMoment } from "./spoken-moment.ts";

describe("a moment in words", () => {
  it.each([
    ["2 hours ago", "{{$now:-2h}}"],
    ["an hour ago", "{{$now:-1h}}"],
    ["15min before", "{{$now:-15m}}"],
    ["3 Days from now", "{{$now:+3d}}"],
    ["250 ms ago", "{{$now:-250ms}}"],
    ["5 s later", "{{$now:+5s}}"],
    ["in 3 days", "{{$now:+3d}}"],
    ["in an hour", "{{$now:+1h}}"],
    ["1.5 hours ago", "{{$now:-90m}}"],
    ["in 0.1 seconds", "{{$now:+100ms}}"],
    ["1.5 weeks ago", "{{$now:-252h}}"],
    [" Yesterday ", "{{$now:-1d}}"],
    ["tomorrow", "{{$now:+1d}}"],
    ["now", "{{$now}}"],
  ])("is understood: %s", (words, placeholder) => {
    expect(spokenMoment(words, "seed")).toBe(placeholder);
  });

  it("is written in the format that is asked for", () => {
    expect(spokenMoment("now", "iso")).toBe("{{$now:iso}}");
    expect(spokenMoment("yesterday", "iso")).toBe("{{$now:-1d:iso}}");
  });

  it.each([
    "",
    "soon",
    "hours ago",
    "2 constructors ago",
    "in 2 hours ago",
    "2 months ago",
    "0.0001 ms ago",
    "2020-04-12 17:32:06.094 UTC",
  ])("is none in %o", (words) => {
    expect(spokenMoment(words, "seed")).toBeNull();
  });
});
