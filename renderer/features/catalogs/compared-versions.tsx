import type { ReactNode } from "react";
import type { Catalog } from "../../../shared/domain/catalog.ts";
import type { CatalogVersion } from "../../../shared/domain/catalog-version.ts";
import { useCall } from "../../host/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";
import styles from "./catalogs.module.css";
import { Differences } from "./differences.tsx";
import { useEditor } from "./use-catalog-editor.ts";
import { useGoBack } from "./use-go-back.ts";
import { sideName, WORKING_COPY, type Side } from "./version-sides.ts";

type Sides = { readonly before: Side; readonly after: Side };

/** What is different between two versions, in words. */
export function ComparedVersions(props: {
  readonly versions: readonly CatalogVersion[];
  readonly isChanged: boolean;
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}): ReactNode {
  const { sides, onChange } = props;
  const before = useCatalogOf(sides.before);
  const after = useCatalogOf(sides.after);
  const { isGoing, goBack } = useGoBack();
  const options = [
    ...(props.isChanged ? [{ value: WORKING_COPY, label: "Unsaved changes" }] : []),
    ...props.versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` })),
  ];
  const choice = (side: keyof Sides, label: string) => (
    <Select
      label={label}
      onChange={(value) => onChange({ ...sides, [side]: sideOf(value) })}
      options={options}
      value={String(sides[side])}
    />
  );
  const isEarlier = sides.after !== WORKING_COPY && props.versions[0]?.version !== sides.after;
  return (
    <section aria-label="Comparison" className={styles.comparison}>
      <div className={styles.comparisonSides}>
        {choice("before", "From")}
        {choice("after", "To")}
      </div>
      {isEarlier && typeof sides.after === "number" ? (
        <Button isPending={isGoing} onPress={() => goBack(Number(sides.after))} size="small">
          {`Go back to version ${sides.after}`}
        </Button>
      ) : null}
      {before === null || after === null ? null : (
        <Differences
          after={after}
          before={before}
          words={`from ${sideName(sides.before)} to ${sideName(sides.after)}`}
        />
      )}
    </section>
  );
}

function useCatalogOf(side: Side): Catalog | null {
  const { state, document } = useEditor();
  const { base } = state;
  const isElsewhere = side !== WORKING_COPY && side !== base.version;
  const version = isElsewhere ? side : base.version;
  const query = useCall("catalogs.version", { id: state.id, version }, { isEnabled: isElsewhere });
  if (side === WORKING_COPY) return document.catalog;
  return side === base.version ? base.catalog : (query.data?.catalog ?? null);
}

function sideOf(value: string): Side {
  return value === WORKING_COPY ? WORKING_COPY : Number(value);
}
