import { useState, type ReactNode } from "react";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { TextField } from "../../ui/text-field.tsx";

/** The HTTP status with which the local gateway refuses. The vendor documents none, so a tester may want another. */
export function RefusalStatus(): ReactNode {
  const gatewayRefusalStatus = useSetting("gatewayRefusalStatus");
  const updateSettings = useUpdateSettings();
  const [text, setText] = useState(String(gatewayRefusalStatus));
  const status = readStatus(text);
  return (
    <TextField
      description="The vendor documents no status for a refused event."
      {...(status === null ? { errorText: "An HTTP status is a whole number from 200 to 599." } : {})}
      inputMode="decimal"
      label="HTTP status of refusals"
      onChange={(typed) => {
        setText(typed);
        const read = readStatus(typed);
        if (read !== null) updateSettings(() => ({ gatewayRefusalStatus: read }));
      }}
      value={text}
    />
  );
}

function readStatus(text: string): number | null {
  const status = /^\d{3}$/u.test(text.trim()) ? Number(text) : Number.NaN;
  return status >= 200 && status <= 599 ? status : null;
}
