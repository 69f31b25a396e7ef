import type { ReactNode } from "react";
import type { GuardMethod } from "../../../shared/domain/settings.ts";
import { useUpdateSettings } from "../../app/update-settings.ts";
import { useSetting } from "../../app/use-setting.ts";
import { FactList } from "../../ui/fact-list.tsx";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";

const METHODS = [
  { value: "type-name", label: "Type the tenant's name" },
  { value: "hold", label: "Hold for 1.5 seconds" },
] as const satisfies readonly { readonly value: GuardMethod; readonly label: string }[];

const IDLE_CHOICES = [
  { value: "1", label: "After 1 minute without a send" },
  { value: "5", label: "After 5 minutes without a send" },
  { value: "10", label: "After 10 minutes without a send" },
  { value: "30", label: "After 30 minutes without a send" },
  { value: "60", label: "After an hour without a send" },
] as const;

/** How sending to production is approved, and for how long. */
export function GuardSettings(): ReactNode {
  const guardIdleMinutes = useSetting("guardIdleMinutes");
  const guardMethod = useSetting("guardMethod");
  const updateSettings = useUpdateSettings();
  const idle = IDLE_CHOICES.find(({ value }) => Number(value) === guardIdleMinutes);
  return (
    <FactList
      facts={[
        {
          name: "Approve by",
          value: (
            <SegmentedControl
              label="Approve by"
              onChange={(guardMethod) => updateSettings(() => ({ guardMethod }))}
              options={METHODS}
              value={guardMethod}
            />
          ),
        },
        {
          name: "Approval ends",
          value: (
            <Select
              isLabelHidden
              label="Approval ends"
              onChange={(minutes) => updateSettings(() => ({ guardIdleMinutes: Number(minutes) }))}
              options={IDLE_CHOICES}
              placeholder={`After ${guardIdleMinutes} minutes without a send`}
              value={idle?.value ?? null}
            />
          ),
        },
      ]}
    />
  );
}
