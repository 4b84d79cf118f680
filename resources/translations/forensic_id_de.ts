<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>The program made a mistake. What was saved before is kept. Copy the details and send them to whoever looks after this program.</source>
      <translation>Das Programm hat einen Fehler gemacht. Was bisher gespeichert war, bleibt erhalten. Kopieren Sie die Einzelheiten und senden Sie sie an die Stelle, die das Programm betreut.</translation>
    </message>
    <message>
      <source>This did not work</source>
      <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
      <source>Details of the error</source>
      <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
      <source>Further errors since then: {}. See the details.</source>
      <translation>Weitere Fehler seither: {}. Siehe Einzelheiten.</translation>
    </message>
    <message>
      <source>&amp;Details</source>
      <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
      <source>&amp;Copy details</source>
      <translation>Einzelheiten &amp;kopieren</translation>
    </message>
  </context>
  <context>
    <name>Header</name>
    <message>
      <source>Case {}</source>
      <translation>Fall {}</translation>
    </message>
    <message>
      <source>No case chosen</source>
      <translation>Kein Fall gewählt</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>This is still running: {}. Stop it and close? What is finished is kept.</source>
      <translation>Noch in Arbeit: {}. Abbrechen und schließen? Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird beendet …</translation>
    </message>
    <message>
      <source>Help on the page in front</source>
      <translation>Hilfe zur angezeigten Seite</translation>
    </message>
    <message>
      <source>This overview</source>
      <translation>Diese Übersicht</translation>
    </message>
    <message>
      <source>Close the program</source>
      <translation>Programm schließen</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>Cases</source>
      <translation>Fälle</translation>
    </message>
    <message>
      <source>Gallery</source>
      <translation>Galerie</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Stapel</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Audit</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
  </context>
  <context>
    <name>ShortcutOverview</name>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
  </context>
  <context>
    <name>TaskStrip</name>
    <message>
      <source>Stop: {}</source>
      <translation>Abbrechen: {}</translation>
    </message>
  </context>
</TS>
