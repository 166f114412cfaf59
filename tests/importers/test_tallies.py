"""Tables with times that are no updates are refused, with the words that import them all the same."""

import re

import pytest

from sitegen.importers.csv_table import CsvImporter
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose

AGENT = '"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0"'


def table(head, row, count=12):
    rows = (re.sub(r"\$", f"{n:02}", row).replace("#", str(n)) for n in range(count))
    return "\n".join(filter(None, (head, *rows)))


NOT = {
    "a server's log": table("", f"10.0.0.#,2024-01-03 20:$:11,GET,/index#.html,200,5#,{AGENT}"),
    "one with names": table("date,time,c-ip,cs-uri-stem,sc-status,cs(User-Agent)", f"2024-01-03,20:$:11,10.0.0.#,/#.html,200,{AGENT}"),
    "a program's log": table("timestamp,level,logger,message", "2024-01-03 20:$:11,INFO,app.db,Connection # from the host was opened again after it had been closed."),
    "a bank statement": table("Date;Description;Amount;Balance", "2024-01-03;CARD PAYMENT SHOP # HARBOUR;-#.20;9#.10"),
    "one with one amount": table("Booking date,Text,Debit,Credit,Currency", "2024-01-03 10:$,Standing order rent flat #,#.00,,EUR"),
    "sensor readings": table("time,temperature,humidity,status", "2024-01-03T20:$:00Z,#.2,4#,ok"),
    "readings of gauges": table("timestamp;sensor;value", "2024-01-03 20:$;gauge-#;5.$"),
    "contacts": table("Name,Email,Phone,Birthday,Notes", "Ada Example #,a#@e.example,+49 30 100#,1990-01-03,A friend of Ben. Met in May."),
    "a timetable": table("Time,Line,From,To", "$:15,B#,Eider Central Station,Coast Harbour North"),
    "a programme": table("Date,Start,End,Title,Room", "2024-01-03,$:01,$:44,Talk number # on dykes,Hall #"),
}  # fmt: skip


@pytest.mark.parametrize("what", NOT)
def test_tables_of_other_things_are_refused_and_can_be_forced(what):
    saved = SavedDocument(name="table.csv", data=NOT[what].encode())
    with pytest.raises(NotALiveBlogError, match="--columns '") as refused:
        choose(saved).read(saved)
    columns = re.search("--columns '([^']+)'", str(refused.value))[1]
    forced = SavedDocument(name="table.csv", data=saved.data, columns=columns)
    assert len(CsvImporter().read(forced).entries) == 12


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (table("when,what", "20:4#,Gate # closed", 4), "Gate # closed"),
        (table("Date,Event", "2024-01-1#,Protesters gather at the square for the day number #", 9), None),
        (table("time,event,killed,injured", "2024-01-03 20:$,Shots at the gate.,#,1#", 9), None),
        (table("time,event,lat,lon", "2024-01-03 20:$,Shots are heard at the gate.,54.3#,9.1#", 9), None),
        (table("time,text,level", "2024-01-03 20:$,Water rises again.,5.$", 9), None),
        (table("time,text,author,mail", "2024-01-03 20:$,Gate # shut.,Ada,a@e.example", 9), None),
        (table("time,until,text", "20:0#,20:1#,Water rises again.", 9), None),
        (table("time,text", "20:$,Gate #!\n21:$,Half time, too", 9), None),
        (table("time,text", "20:$,Gate # is shut, and the bridge, too.", 9), "Gate # is shut, and the bridge, too."),
    ],
)  # fmt: skip
def test_tables_of_updates_are_read(text, bodies):
    saved = SavedDocument(name="table.csv", data=text.encode())
    importer = choose(saved)
    assert importer.name == "csv"
    entries = importer.read(saved).entries
    assert len(entries) == text.count("\n")
    if bodies:
        assert [entry.body for entry in entries] == [bodies.replace("#", str(n)) for n in range(len(entries))]
