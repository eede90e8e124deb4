import type { HostClass } from "../host-class";

type Events = NonNullable<HostClass["events"]>;

const event = (
  since: string,
  call: string,
  un = `Un${call[0]!.toLowerCase()}${call.slice(1)}`,
): Events[string] => ({
  since,
  register: `_${call}`,
  unregister: `_${un}`,
});

/** Events of sheets, under the client's own names; those not here are refused. */
const OF_SHEETS: Events = {
  onActivated: event("1.7", "RegisterActivatedEvent"),
  onDeactivated: event("1.7", "RegisterDeactivatedEvent"),
  onCalculated: event("1.8", "RegisterCalculatedEvent"),
  onFormatChanged: event("1.9", "RegisterFormatChangedEvent"),
  onProtectionChanged: event("1.14", "RegisterProtectionChangedEvent"),
  onNameChanged: event("1.17", "RegisterEventNameChanged"),
  onVisibilityChanged: event("1.17", "RegisterEventVisibilityChanged"),
};

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#events-in-excel */
export const eventsOf = (name: "Worksheet" | "WorksheetCollection"): Events =>
  name === "Worksheet"
    ? {
        ...OF_SHEETS,
        onChanged: event("1.7", "RegisterDataChangedEvent"),
        onSelectionChanged: event("1.7", "RegisterSelectionChangedEvent"),
      }
    : {
        ...OF_SHEETS,
        onChanged: event("1.9", "RegisterDataChangedEvent"),
        onSelectionChanged: event("1.9", "RegisterSelectionChangedEvent"),
        onAdded: event("1.7", "RegisterAddedEvent"),
        onDeleted: event("1.7", "RegisterDeletedEvent"),
        onMoved: event("1.17", "RegisterEventMoved"),
      };
