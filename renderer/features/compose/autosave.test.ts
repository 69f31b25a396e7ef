import { describe, expect, it } from "vitest";
import { failure, success, type Result } from "../../../shared/result/result.ts";
import { createAutosave, type DraftToSave } from "./autosave.ts";

function draft(eventKey: string, text: string): DraftToSave {
  return { tenantId: "sandbox", api: "optievent", eventKey, number: 1, text };
}

function setUp() {
  const saved: string[] = [];
  const statuses: string[] = [];
  let pause: (() => void) | null = null;
  let latest: (() => void) | null = null;
  let answer: Result<null> = success(null);
  const autosave = createAutosave({
    save(saving) {
      if (answer.ok) saved.push(saving.text);
      return Promise.resolve(answer);
    },
    afterPause(task) {
      pause = task;
      return () => (pause = null);
    },
    atLatest(task) {
      latest = task;
      return () => (latest = null);
    },
    onSaved: () => undefined,
    onStatus: (status) => statuses.push(status.kind),
  });
  return {
    autosave,
    saved,
    statuses,
    pause: () => pause?.(),
    latest: () => latest?.(),
    answerWith: (next: Result<null>) => (answer = next),
  };
}

describe("saving drafts as they are typed", () => {
  it("saves the last text of each draft once typing pauses", async () => {
    const { autosave, saved, statuses, pause } = setUp();
    autosave.schedule(draft("a", "1"));
    autosave.schedule(draft("a", "2"));
    autosave.schedule(draft("b", "3"));
    expect(saved).toEqual([]);
    pause();
    await autosave.flush();
    expect(saved).toEqual(["2", "3"]);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("saves what is typed without a pause too, and again after that", async () => {
    const { autosave, saved, latest, pause } = setUp();
    autosave.schedule(draft("a", "1"));
    autosave.schedule(draft("a", "12"));
    latest();
    await Promise.resolve();
    autosave.schedule(draft("a", "123"));
    expect(saved).toEqual(["12"]);
    latest();
    pause();
    await autosave.flush();
    expect(saved).toEqual(["12", "123"]);
  });

  it("saves at once when asked to, and only once", async () => {
    const { autosave, saved, pause } = setUp();
    autosave.schedule(draft("a", "1"));
    await autosave.flush();
    pause();
    await autosave.flush();
    expect(saved).toEqual(["1"]);
  });

  it("keeps what could not be saved and saves it the next time", async () => {
    const { autosave, saved, statuses, answerWith } = setUp();
    answerWith(failure("host.unreachable", "The console does not answer."));
    autosave.schedule(draft("a", "1"));
    await autosave.flush();
    expect(statuses.at(-1)).toBe("failed");
    answerWith(success(null));
    await autosave.flush();
    expect(saved).toEqual(["1"]);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("saves a text that was typed while an older one was being saved", async () => {
    const { autosave, saved } = setUp();
    autosave.schedule(draft("a", "1"));
    const first = autosave.flush();
    autosave.schedule(draft("a", "2"));
    await first;
    await autosave.flush();
    expect(saved.at(-1)).toBe("2");
  });
});
