import { useState } from "react";
import type { Place } from "../../src/excel/places-to-classify";
import type { SheetSource } from "../classifier/layout";
import type { Workspace } from "../classifier/workspace";
import { Button } from "../controls/Button";
import { Checkbox } from "../controls/Input";
import { useSay, type Say } from "../language/language-context";
import content from "./content.module.css";
import { countText } from "./figures";

/** What could be classified on the active sheet, the best of it chosen, and the button that reads it. */
export function PlaceChoice(props: {
  readonly workspace: Workspace;
  readonly places: readonly Place[];
  readonly disabled: boolean;
}) {
  const { workspace, places, disabled } = props;
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const place = places.find((each) => keyOf(each) === chosen) ?? places[0];
  if (!place) return null;
  return (
    <>
      <PlaceList places={places} chosen={keyOf(place)} onChoose={(each) => setChosen(keyOf(each))} />
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={disabled}
        onClick={() => void workspace.open(sourceOfPlace(place))}
      >
        {say("pane.start.go")}
      </Button>
    </>
  );
}

/** Places as a list to choose from; one alone is only told. */
export function PlaceList(props: {
  readonly places: readonly Place[];
  /** Its key; null where what is open is none of them. */
  readonly chosen: string | null;
  readonly onChoose: (place: Place) => void;
}) {
  const { places, chosen, onChoose } = props;
  const say = useSay();
  return (
    <fieldset className={content["set"]}>
      <legend>{say("pane.place")}</legend>
      {places.map((place) => (
        <Checkbox
          key={keyOf(place)}
          type="radio"
          name="place"
          checked={keyOf(place) === chosen}
          label={nameOfPlace(place, say)}
          more={[
            place.kind === "table" ? `${place.sheetName}!${place.area}` : place.area,
            say("pane.place.size", { rows: countText(Math.max(0, place.rows - 1)), columns: place.columns }),
            ...place.notes.map((note) => say(note)),
          ].join(" · ")}
          onChange={() => onChoose(place)}
        />
      ))}
    </fieldset>
  );
}

/** What tells a place from the others. */
export function keyOf({ sheet, table, address }: Place): string {
  return [sheet, table ?? "", address ?? ""].join("\n");
}

/** The same of what is open. */
export function keyOfSource({ id, table, address }: SheetSource): string {
  return [id ?? "", table ?? "", address ?? ""].join("\n");
}

export function sourceOfPlace({ sheet, table, address }: Place): SheetSource {
  return { kind: "sheet", id: sheet, table, address };
}

function nameOfPlace({ kind, name, sheetName }: Place, say: Say): string {
  return say(`pane.place.${kind}`, { name: kind === "sheet" ? sheetName : name });
}
