// Reads the calendar file on standard input with ical.js, with the zones that the file defines and no others.
// The argument is the address of the module. Says the entries as JSON.

import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const definition of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(definition));
}

const entries = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    days: event.startDate.isDate,
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: component.getFirstPropertyValue("status"),
    transparency: component.getFirstPropertyValue("transp"),
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    url: component.getFirstPropertyValue("url"),
    alarms: component
      .getAllSubcomponents("valarm")
      .map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("name"), entries }));
