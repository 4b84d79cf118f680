<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>AbsentTrainer</name>
    <message>
      <source>Training and measuring models need a Python with the package forensic_id and its extra “trainer”, which is not part of this application; searching needs none of it.</source>
      <translation>Modelle zu trainieren und zu messen braucht ein Python mit dem Paket forensic_id und seinem Zusatz „trainer“, das nicht Teil dieser Anwendung ist; das Suchen braucht nichts davon.</translation>
    </message>
    <message>
      <source>Set it up once, anywhere on this computer (PyTorch among it, some 200 MB without a GPU), then choose its Python here:</source>
      <translation>Richten Sie es einmal irgendwo auf diesem Rechner ein (darunter PyTorch, ohne GPU etwa 200 MB), und wählen Sie dann hier sein Python:</translation>
    </message>
    <message>
      <source>Commands that set up the trainer</source>
      <translation>Befehle, die den Trainer einrichten</translation>
    </message>
    <message>
      <source>Choose a &amp;Python…</source>
      <translation>&amp;Python wählen …</translation>
    </message>
    <message>
      <source>&amp;Look again</source>
      <translation>&amp;Erneut nachsehen</translation>
    </message>
    <message>
      <source>The trainer is not installed here</source>
      <translation>Der Trainer ist hier nicht installiert</translation>
    </message>
    <message>
      <source>it gave no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>{python} has no trainer that works: {why}</source>
      <translation>{python} hat keinen Trainer, der läuft: {why}</translation>
    </message>
    <message>
      <source>The Python of the trainer</source>
      <translation>Das Python des Trainers</translation>
    </message>
  </context>
  <context>
    <name>AccessWords</name>
    <message>
      <source>examiner</source>
      <translation>Prüfer</translation>
    </message>
    <message>
      <source>reviewer</source>
      <translation>Zweitprüfer</translation>
    </message>
    <message>
      <source>administrator</source>
      <translation>Verwalter</translation>
    </message>
    <message>
      <source>auditor</source>
      <translation>Revisor</translation>
    </message>
    <message>
      <source>opens cases, imports photos, searches sketches, reviews candidates, writes reports</source>
      <translation>öffnet Fälle, nimmt Fotos auf, sucht nach Vergleichsbildern, beurteilt Kandidaten, schreibt Berichte</translation>
    </message>
    <message>
      <source>reviews a second time, without seeing what the first examiner found</source>
      <translation>beurteilt ein zweites Mal, ohne zu sehen, was die erste Person fand</translation>
    </message>
    <message>
      <source>manages accounts, rules, models, retention, backups and encryption</source>
      <translation>verwaltet Konten, Regeln, Modelle, Aufbewahrung, Sicherungen und Verschlüsselung</translation>
    </message>
    <message>
      <source>sees everything and changes nothing</source>
      <translation>sieht alles und ändert nichts</translation>
    </message>
    <message>
      <source>look through this library</source>
      <translation>diese Bibliothek ansehen</translation>
    </message>
    <message>
      <source>search sketches</source>
      <translation>nach Vergleichsbildern suchen</translation>
    </message>
    <message>
      <source>review candidates</source>
      <translation>Kandidaten beurteilen</translation>
    </message>
    <message>
      <source>make a second review</source>
      <translation>ein zweites Mal beurteilen</translation>
    </message>
    <message>
      <source>produce reports and exports</source>
      <translation>Berichte und Ausfuhren erstellen</translation>
    </message>
    <message>
      <source>open and close cases</source>
      <translation>Fälle öffnen und schließen</translation>
    </message>
    <message>
      <source>import photos</source>
      <translation>Fotos aufnehmen</translation>
    </message>
    <message>
      <source>change what is recorded in the gallery</source>
      <translation>ändern, was in der Galerie vermerkt ist</translation>
    </message>
    <message>
      <source>set retention or remove anything</source>
      <translation>Aufbewahrung festlegen oder etwas entfernen</translation>
    </message>
    <message>
      <source>place or lift a legal hold</source>
      <translation>eine rechtliche Sperre setzen oder aufheben</translation>
    </message>
    <message>
      <source>back up, restore or encrypt the library</source>
      <translation>die Bibliothek sichern, wiederherstellen oder verschlüsseln</translation>
    </message>
    <message>
      <source>exchange records with other systems</source>
      <translation>Datensätze mit anderen Systemen austauschen</translation>
    </message>
    <message>
      <source>choose the policy profile</source>
      <translation>das Regelprofil wählen</translation>
    </message>
    <message>
      <source>change the model</source>
      <translation>das Modell wechseln</translation>
    </message>
    <message>
      <source>manage accounts</source>
      <translation>Konten verwalten</translation>
    </message>
    <message>
      <source>read the audit log</source>
      <translation>das Protokoll lesen</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>Only the role {roles} may {act}.</source>
      <translation>Nur die Rolle {roles} darf {act}.</translation>
    </message>
    <message>
      <source>This library is used by one person alone, so there is no second examiner. Switch it to accounts in the settings to have one.</source>
      <translation>Diese Bibliothek benutzt eine Person allein, also gibt es keine zweite. Richten Sie in den Einstellungen Konten ein, um eine zu haben.</translation>
    </message>
    <message>
      <source>Sign in first to {}.</source>
      <translation>Zuerst anmelden, dann: {}.</translation>
    </message>
    <message>
      <source>{who} may not {act}: that takes the role {roles}. Ask an administrator of this library.</source>
      <translation>{who} fehlt ein Recht: {act}. Dafür braucht es die Rolle {roles}. Fragen Sie einen Verwalter dieser Bibliothek.</translation>
    </message>
  </context>
  <context>
    <name>AccountForm</name>
    <message>
      <source>&amp;Name, such as k.osei</source>
      <translation>&amp;Name, etwa k.osei</translation>
    </message>
    <message>
      <source>Pass&amp;word</source>
      <translation>Pass&amp;wort</translation>
    </message>
    <message>
      <source>Password a&amp;gain</source>
      <translation>Passwort noch ein&amp;mal</translation>
    </message>
    <message>
      <source>The two passwords differ.</source>
      <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
  </context>
  <context>
    <name>AccountModel</name>
    <message>
      <source>Disabled</source>
      <translation>Stillgelegt</translation>
    </message>
    <message>
      <source>Locked until {} UTC</source>
      <translation>Gesperrt bis {} UTC</translation>
    </message>
    <message>
      <source>Has to choose a password</source>
      <translation>Muss ein Passwort wählen</translation>
    </message>
    <message>
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Full name</source>
      <translation>Voller Name</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Rollen</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Last sign-in (UTC)</source>
      <translation>Letzte Anmeldung (UTC)</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
  </context>
  <context>
    <name>AccountNote</name>
    <message>
      <source>&amp;Lock now</source>
      <translation>Jetzt &amp;sperren</translation>
    </message>
    <message>
      <source>Change my &amp;password…</source>
      <translation>Mein &amp;Passwort ändern …</translation>
    </message>
    <message>
      <source>Sign &amp;out</source>
      <translation>Ab&amp;melden</translation>
    </message>
    <message>
      <source>{} (works alone)</source>
      <translation>{} (arbeitet allein)</translation>
    </message>
    <message>
      <source>Works here: {}</source>
      <translation>Hier arbeitet: {}</translation>
    </message>
    <message>
      <source>This library has no accounts: whoever is logged in at the computer works in it.</source>
      <translation>Diese Bibliothek hat keine Konten: Wer am Computer angemeldet ist, arbeitet in ihr.</translation>
    </message>
    <message>
      <source>Signed in. The session is locked after {} minutes without input.</source>
      <translation>Angemeldet. Nach {} Minuten ohne Eingabe wird die Sitzung gesperrt.</translation>
    </message>
  </context>
  <context>
    <name>AccountsPage</name>
    <message>
      <source>A new account</source>
      <translation>Ein neues Konto</translation>
    </message>
    <message>
      <source>Change the roles of the account in the current row</source>
      <translation>Die Rollen des Kontos in der aktuellen Zeile ändern</translation>
    </message>
    <message>
      <source>Back to the settings</source>
      <translation>Zurück zu den Einstellungen</translation>
    </message>
    <message>
      <source>{} has an account.</source>
      <translation>{} hat ein Konto.</translation>
    </message>
    <message>
      <source>The roles of {} were changed.</source>
      <translation>Die Rollen von {} wurden geändert.</translation>
    </message>
    <message>
      <source>Reports name {} as you said.</source>
      <translation>Berichte nennen {} so, wie Sie es angegeben haben.</translation>
    </message>
    <message>
      <source>{} has a password that has to be replaced at the next sign-in.</source>
      <translation>{} hat ein Passwort, das bei der nächsten Anmeldung ersetzt werden muss.</translation>
    </message>
    <message>
      <source>{} may sign in again.</source>
      <translation>{} darf sich wieder anmelden.</translation>
    </message>
    <message>
      <source>{} is disabled. What was done under the account stays.</source>
      <translation>{} ist stillgelegt. Was unter dem Konto getan wurde, bleibt.</translation>
    </message>
    <message>
      <source>{} may try again.</source>
      <translation>{} darf es wieder versuchen.</translation>
    </message>
    <message>
      <source>&amp;Enable</source>
      <translation>&amp;Freigeben</translation>
    </message>
    <message>
      <source>&amp;Disable</source>
      <translation>&amp;Stilllegen</translation>
    </message>
    <message>
      <source>Account since {} UTC</source>
      <translation>Konto seit {} UTC</translation>
    </message>
    <message>
      <source>No full name, qualification or unit is told.</source>
      <translation>Voller Name, Qualifikation und Dienststelle sind nicht angegeben.</translation>
    </message>
    <message>
      <source>Back to the settings (Esc)</source>
      <translation>Zurück zu den Einstellungen (Esc)</translation>
    </message>
    <message>
      <source>&amp;New account…</source>
      <translation>&amp;Neues Konto …</translation>
    </message>
    <message>
      <source>Change &amp;roles…</source>
      <translation>&amp;Rollen ändern …</translation>
    </message>
    <message>
      <source>Na&amp;me and qualification…</source>
      <translation>Na&amp;me und Qualifikation …</translation>
    </message>
    <message>
      <source>Set a &amp;password…</source>
      <translation>&amp;Passwort setzen …</translation>
    </message>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Entsperren</translation>
    </message>
    <message>
      <source>Accounts of this library</source>
      <translation>Konten dieser Bibliothek</translation>
    </message>
    <message>
      <source>Who may work in this library. No account is ever removed: records go on naming it.</source>
      <translation>Wer in dieser Bibliothek arbeiten darf. Kein Konto wird je entfernt: Vermerke nennen es weiterhin.</translation>
    </message>
  </context>
  <context>
    <name>AccountsStep</name>
    <message>
      <source>Who works with this library?</source>
      <translation>Wer arbeitet mit dieser Bibliothek?</translation>
    </message>
    <message>
      <source>It can be changed later in the settings, in both directions. The audit log keeps when and why.</source>
      <translation>Das lässt sich später in den Einstellungen ändern, in beide Richtungen. Das Protokoll hält fest, wann und warum.</translation>
    </message>
    <message>
      <source>&amp;One person, without signing in</source>
      <translation>&amp;Eine Person, ohne Anmeldung</translation>
    </message>
    <message>
      <source>&amp;Several people, with accounts</source>
      <translation>&amp;Mehrere Personen, mit Konten</translation>
    </message>
    <message>
      <source>Whoever is logged in at this computer does everything. There is no second examiner, and every report says that one person worked alone (single-user mode).</source>
      <translation>Wer an diesem Computer angemeldet ist, macht alles. Es gibt keine zweite Beurteilung, und jeder Bericht sagt, dass eine Person allein gearbeitet hat (Einzelbetrieb).</translation>
    </message>
    <message>
      <source>Everybody signs in with a name and a password, does what the role allows, and stands in the audit log by name. A second examiner can review blind. You are the first administrator.</source>
      <translation>Jede Person meldet sich mit Name und Passwort an, macht, was die Rolle erlaubt, und steht mit Namen im Protokoll. Eine zweite Person kann blind beurteilen. Sie sind der erste Verwalter.</translation>
    </message>
    <message>
      <source>&amp;I search and review, too (role examiner)</source>
      <translation>&amp;Ich suche und beurteile auch (Rolle Prüfer)</translation>
    </message>
    <message>
      <source>{} is signed in.</source>
      <translation>{} ist angemeldet.</translation>
    </message>
  </context>
  <context>
    <name>AnchoringCard</name>
    <message>
      <source>Anchors of the audit log</source>
      <translation>Anker des Protokolls</translation>
    </message>
    <message>
      <source>C&amp;hoose a file…</source>
      <translation>Datei &amp;wählen …</translation>
    </message>
    <message>
      <source>&amp;No more anchors</source>
      <translation>&amp;Keine Anker mehr</translation>
    </message>
    <message>
      <source>&amp;Anchor now</source>
      <translation>Jetzt &amp;verankern</translation>
    </message>
    <message>
      <source>The anchor is signed with the key of this computer, which is under a passphrase.</source>
      <translation>Der Anker wird mit dem Schlüssel dieses Rechners signiert; ihn schützt eine Passphrase.</translation>
    </message>
    <message>
      <source>File of anchors, best on a stick or a share that this library's writers do not reach</source>
      <translation>Ankerdatei, am besten auf einem Stick oder einer Freigabe, die niemand erreicht, der in diese Bibliothek schreibt</translation>
    </message>
    <message>
      <source>Anchors (*.jsonl)</source>
      <translation>Anker (*.jsonl)</translation>
    </message>
    <message>
      <source>No anchors are written.</source>
      <translation>Es werden keine Anker geschrieben.</translation>
    </message>
    <message>
      <source>Anchors go to {}.</source>
      <translation>Anker kommen in {}.</translation>
    </message>
    <message>
      <source>There is no anchor of this library in the file yet.</source>
      <translation>In der Datei ist noch kein Anker dieser Bibliothek.</translation>
    </message>
    <message>
      <source>Last anchor: {at}, over {entries} entries.</source>
      <translation>Letzter Anker: {at}, über {entries} Einträge.</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>An anchor is the signed hash of the last entry. Kept outside of the library, it shows later whether the end of the log was cut off, or all of it written anew.</source>
      <translation>Ein Anker ist der signierte Hashwert des letzten Eintrags. Außerhalb der Bibliothek aufbewahrt, zeigt er später, ob das Ende des Protokolls abgeschnitten oder alles neu geschrieben wurde.</translation>
    </message>
    <message>
      <source>How often</source>
      <translation>Wie oft</translation>
    </message>
    <message>
      <source>When the program closes: once a day, and after so many entries on the same day.</source>
      <translation>Wenn das Programm endet: einmal am Tag und am selben Tag nach so vielen Einträgen.</translation>
    </message>
  </context>
  <context>
    <name>AppearanceCard</name>
    <message>
      <source>Appearance</source>
      <translation>Erscheinungsbild</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Light or dark; the system's is followed also when it switches by itself.</source>
      <translation>Hell oder dunkel; dem System wird auch gefolgt, wenn es von selbst wechselt.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Of menus and pages. Records and reports stay English: they are evidence.</source>
      <translation>Für Menüs und Seiten. Aufzeichnungen und Berichte bleiben englisch: Sie sind Beweismittel.</translation>
    </message>
  </context>
  <context>
    <name>AuditPage</name>
    <message>
      <source>Find entries</source>
      <translation>Einträge suchen</translation>
    </message>
    <message>
      <source>Read the log again</source>
      <translation>Protokoll neu lesen</translation>
    </message>
    <message>
      <source>Export the entries shown</source>
      <translation>Gezeigte Einträge exportieren</translation>
    </message>
    <message>
      <source>Check everything</source>
      <translation>Alles prüfen</translation>
    </message>
    <message>
      <source>Check against a file of anchors</source>
      <translation>Gegen eine Ankerdatei prüfen</translation>
    </message>
    <message>
      <source>Anchors (*.jsonl);;All files (*)</source>
      <translation>Anker (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Checking the library</source>
      <translation>Bibliothek wird geprüft</translation>
    </message>
    <message>
      <source>Export the audit log</source>
      <translation>Protokoll exportieren</translation>
    </message>
    <message>
      <source>Export the summary</source>
      <translation>Übersicht exportieren</translation>
    </message>
    <message>
      <source>Export the annual figures</source>
      <translation>Jahreszahlen exportieren</translation>
    </message>
    <message>
      <source>Entries written: {}. File: {}</source>
      <translation>Geschriebene Einträge: {}. Datei: {}</translation>
    </message>
    <message>
      <source>Exporting the audit log</source>
      <translation>Protokoll wird exportiert</translation>
    </message>
    <message>
      <source>Figures written: {}. File: {}</source>
      <translation>Geschriebene Zahlen: {}. Datei: {}</translation>
    </message>
    <message>
      <source>Exporting the annual figures</source>
      <translation>Jahreszahlen werden exportiert</translation>
    </message>
    <message>
      <source>Months written: {}. File: {}</source>
      <translation>Geschriebene Monate: {}. Datei: {}</translation>
    </message>
    <message>
      <source>Exporting the summary</source>
      <translation>Übersicht wird exportiert</translation>
    </message>
    <message>
      <source>&amp;Check everything</source>
      <translation>Alles &amp;prüfen</translation>
    </message>
    <message>
      <source>Against &amp;anchors…</source>
      <translation>Gegen &amp;Anker …</translation>
    </message>
    <message>
      <source>Check everything, and whether the log is still the one that the anchors in a file were made of</source>
      <translation>Alles prüfen, und ob das Protokoll noch das ist, von dem die Anker einer Datei stammen</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren …</translation>
    </message>
    <message>
      <source>Audit log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Annual figures</source>
      <translation>Jahreszahlen</translation>
    </message>
    <message>
      <source>Entries of the audit log</source>
      <translation>Einträge des Protokolls</translation>
    </message>
    <message>
      <source>Searching the log…</source>
      <translation>Protokoll wird durchsucht …</translation>
    </message>
    <message>
      <source>{} of {} entries, the newest first</source>
      <translation>{} von {} Einträgen, die neuesten zuerst</translation>
    </message>
  </context>
  <context>
    <name>AuditWords</name>
    <message>
      <source>Library created</source>
      <translation>Bibliothek angelegt</translation>
    </message>
    <message>
      <source>Policy profile chosen</source>
      <translation>Regelwerk gewählt</translation>
    </message>
    <message>
      <source>Model installed</source>
      <translation>Modell installiert</translation>
    </message>
    <message>
      <source>Model taken into use</source>
      <translation>Modell in Gebrauch genommen</translation>
    </message>
    <message>
      <source>Model removed</source>
      <translation>Modell entfernt</translation>
    </message>
    <message>
      <source>Gallery imported</source>
      <translation>Galerie eingelesen</translation>
    </message>
    <message>
      <source>Photo enrolled</source>
      <translation>Foto aufgenommen</translation>
    </message>
    <message>
      <source>Photo edited</source>
      <translation>Foto geändert</translation>
    </message>
    <message>
      <source>Person edited</source>
      <translation>Person geändert</translation>
    </message>
    <message>
      <source>Person removed</source>
      <translation>Person entfernt</translation>
    </message>
    <message>
      <source>Person viewed</source>
      <translation>Person angesehen</translation>
    </message>
    <message>
      <source>Person purged</source>
      <translation>Person nach Fristablauf gelöscht</translation>
    </message>
    <message>
      <source>Person expunged</source>
      <translation>Person auf Anordnung gelöscht</translation>
    </message>
    <message>
      <source>Retention date set</source>
      <translation>Aufbewahrungsfrist gesetzt</translation>
    </message>
    <message>
      <source>Purge carried out</source>
      <translation>Löschung nach Fristablauf ausgeführt</translation>
    </message>
    <message>
      <source>Expungement carried out</source>
      <translation>Löschung auf Anordnung ausgeführt</translation>
    </message>
    <message>
      <source>Hold placed</source>
      <translation>Löschsperre gesetzt</translation>
    </message>
    <message>
      <source>Hold lifted</source>
      <translation>Löschsperre aufgehoben</translation>
    </message>
    <message>
      <source>Library backed up</source>
      <translation>Bibliothek gesichert</translation>
    </message>
    <message>
      <source>Library restored</source>
      <translation>Bibliothek wiederhergestellt</translation>
    </message>
    <message>
      <source>Library repaired</source>
      <translation>Bibliothek repariert</translation>
    </message>
    <message>
      <source>Features computed</source>
      <translation>Merkmale berechnet</translation>
    </message>
    <message>
      <source>Case opened</source>
      <translation>Fall angelegt</translation>
    </message>
    <message>
      <source>Case closed</source>
      <translation>Fall geschlossen</translation>
    </message>
    <message>
      <source>Searches of a case purged</source>
      <translation>Suchen eines Falls nach Fristablauf gelöscht</translation>
    </message>
    <message>
      <source>Case expunged</source>
      <translation>Fall auf Anordnung gelöscht</translation>
    </message>
    <message>
      <source>Searches exported</source>
      <translation>Suchen exportiert</translation>
    </message>
    <message>
      <source>Sketch searched</source>
      <translation>Vergleichsbild gesucht</translation>
    </message>
    <message>
      <source>Search repeated</source>
      <translation>Suche wiederholt</translation>
    </message>
    <message>
      <source>Faces compared</source>
      <translation>Gesichter verglichen</translation>
    </message>
    <message>
      <source>Candidate viewed</source>
      <translation>Kandidat angesehen</translation>
    </message>
    <message>
      <source>Review saved</source>
      <translation>Prüfung gespeichert</translation>
    </message>
    <message>
      <source>Conclusions of others read</source>
      <translation>Feststellungen anderer gelesen</translation>
    </message>
    <message>
      <source>Report exported</source>
      <translation>Bericht exportiert</translation>
    </message>
    <message>
      <source>Report printed</source>
      <translation>Bericht gedruckt</translation>
    </message>
    <message>
      <source>Candidate list exported</source>
      <translation>Kandidatenliste exportiert</translation>
    </message>
    <message>
      <source>Figure exported</source>
      <translation>Abbildung exportiert</translation>
    </message>
    <message>
      <source>People exported</source>
      <translation>Personen exportiert</translation>
    </message>
    <message>
      <source>Case package begun</source>
      <translation>Fallpaket begonnen</translation>
    </message>
    <message>
      <source>Case package signed</source>
      <translation>Fallpaket signiert</translation>
    </message>
    <message>
      <source>Audit log anchored</source>
      <translation>Protokoll verankert</translation>
    </message>
    <message>
      <source>Anchoring changed</source>
      <translation>Verankerung geändert</translation>
    </message>
    <message>
      <source>Signing key replaced</source>
      <translation>Signaturschlüssel ersetzt</translation>
    </message>
    <message>
      <source>Audit log exported</source>
      <translation>Protokoll exportiert</translation>
    </message>
    <message>
      <source>Refused: no right</source>
      <translation>Abgelehnt: kein Recht</translation>
    </message>
    <message>
      <source>Signed in</source>
      <translation>Angemeldet</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Abgemeldet</translation>
    </message>
    <message>
      <source>Sign-in refused</source>
      <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
      <source>Session locked</source>
      <translation>Sitzung gesperrt</translation>
    </message>
    <message>
      <source>Session unlocked</source>
      <translation>Sitzung entsperrt</translation>
    </message>
    <message>
      <source>Account added</source>
      <translation>Konto angelegt</translation>
    </message>
    <message>
      <source>Name or qualification changed</source>
      <translation>Name oder Qualifikation geändert</translation>
    </message>
    <message>
      <source>Roles changed</source>
      <translation>Rollen geändert</translation>
    </message>
    <message>
      <source>Account disabled</source>
      <translation>Konto gesperrt</translation>
    </message>
    <message>
      <source>Account enabled</source>
      <translation>Konto freigegeben</translation>
    </message>
    <message>
      <source>Account unlocked</source>
      <translation>Konto entsperrt</translation>
    </message>
    <message>
      <source>Password changed</source>
      <translation>Passwort geändert</translation>
    </message>
    <message>
      <source>Accounts begun or ended</source>
      <translation>Konten begonnen oder beendet</translation>
    </message>
    <message>
      <source>Second review assigned</source>
      <translation>Zweite Beurteilung vergeben</translation>
    </message>
    <message>
      <source>Blind conclusion saved</source>
      <translation>Blinder Schluss gespeichert</translation>
    </message>
    <message>
      <source>Second review submitted</source>
      <translation>Zweite Beurteilung abgegeben</translation>
    </message>
    <message>
      <source>Agreed conclusion recorded</source>
      <translation>Gemeinsamer Schluss festgehalten</translation>
    </message>
    <message>
      <source>Second review withdrawn</source>
      <translation>Zweite Beurteilung zurückgezogen</translation>
    </message>
  </context>
  <context>
    <name>BatchPage</name>
    <message>
      <source>A new batch</source>
      <translation>Ein neuer Stapel</translation>
    </message>
    <message>
      <source>Find in the table</source>
      <translation>In der Tabelle suchen</translation>
    </message>
    <message>
      <source>Open the chosen sketch's search</source>
      <translation>Suche zum gewählten Vergleichsbild öffnen</translation>
    </message>
    <message>
      <source>Batches of this library</source>
      <translation>Stapel dieser Bibliothek</translation>
    </message>
    <message>
      <source>&amp;New batch</source>
      <translation>&amp;Neuer Stapel</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
      <source>The searches and the results folder stay as they are.</source>
      <translation>Die Suchen und der Ergebnisordner bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Again with &amp;changes</source>
      <translation>Mit &amp;Änderungen neu</translation>
    </message>
    <message>
      <source>Set up a new batch that begins with what this one was asked</source>
      <translation>Einen neuen Stapel vorbereiten, der mit den Vorgaben dieses Stapels beginnt</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>{folder} · case {case} · {done} of {total} · {state}</source>
      <translation>{folder} · Fall {case} · {done} von {total} · {state}</translation>
    </message>
    <message>
      <source>Earlier batches ({})</source>
      <translation>Frühere Stapel ({})</translation>
    </message>
    <message>
      <source>Batch {}</source>
      <translation>Stapel {}</translation>
    </message>
    <message>
      <source>Export the table</source>
      <translation>Tabelle exportieren</translation>
    </message>
    <message>
      <source>The table was written to {}.</source>
      <translation>Die Tabelle wurde nach {} geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>BatchTable</name>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>Wird gelesen</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>Wird gesucht</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
  </context>
  <context>
    <name>BatchView</name>
    <message>
      <source>Case {case} · results in {out}</source>
      <translation>Fall {case} · Ergebnisse in {out}</translation>
    </message>
    <message>
      <source>This batch was interrupted after {done} of {total} sketches. Nothing is lost: it goes on from there.</source>
      <translation>Dieser Stapel wurde nach {done} von {total} Vergleichsbildern unterbrochen. Nichts ist verloren: Er geht dort weiter.</translation>
    </message>
    <message>
      <source>Paused after {done} of {total} sketches.</source>
      <translation>Angehalten nach {done} von {total} Vergleichsbildern.</translation>
    </message>
    <message>
      <source>Stopped after {done} of {total} sketches. What was searched is kept.</source>
      <translation>Abgebrochen nach {done} von {total} Vergleichsbildern. Was gesucht wurde, bleibt erhalten.</translation>
    </message>
    <message>
      <source>Finished; {} could not be searched. Set landmarks by hand or mend the files, then repeat.</source>
      <translation>Fertig; nicht gesucht werden konnten: {}. Setzen Sie die Punkte von Hand oder berichtigen Sie die Dateien, dann wiederholen Sie.</translation>
    </message>
    <message>
      <source>one sketch</source>
      <translation>ein Vergleichsbild</translation>
    </message>
    <message>
      <source>{} sketches</source>
      <translation>{} Vergleichsbilder</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{} failed</source>
      <translation>{} gescheitert</translation>
    </message>
    <message>
      <source>less than a minute left</source>
      <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
      <source>about {} min left</source>
      <translation>noch etwa {} min</translation>
    </message>
    <message>
      <source>Stopping after the sketch under way…</source>
      <translation>Hält nach dem laufenden Vergleichsbild an …</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>An&amp;halten</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
      <source>&amp;Repeat failures</source>
      <translation>Gescheiterte &amp;wiederholen</translation>
    </message>
    <message>
      <source>&amp;Export table…</source>
      <translation>Tabelle &amp;exportieren …</translation>
    </message>
    <message>
      <source>Results &amp;folder</source>
      <translation>Ergebnis&amp;ordner</translation>
    </message>
    <message>
      <source>Sketches of the batch</source>
      <translation>Vergleichsbilder des Stapels</translation>
    </message>
    <message>
      <source>Which sketches are shown</source>
      <translation>Welche Vergleichsbilder gezeigt werden</translation>
    </message>
    <message>
      <source>All sketches</source>
      <translation>Alle Vergleichsbilder</translation>
    </message>
    <message>
      <source>First candidate stands out</source>
      <translation>Erster Kandidat sticht hervor</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gescheitert</translation>
    </message>
    <message>
      <source>Still to do</source>
      <translation>Noch zu tun</translation>
    </message>
    <message>
      <source>Find a sketch, candidate or reason</source>
      <translation>Vergleichsbild, Kandidat oder Grund suchen</translation>
    </message>
    <message>
      <source>Progress of the batch</source>
      <translation>Fortschritt des Stapels</translation>
    </message>
  </context>
  <context>
    <name>BundleCheck</name>
    <message>
      <source>{reason} The model that came with the program is used instead, until it is closed.</source>
      <translation>{reason} Stattdessen wird das mitgelieferte Modell verwendet, bis das Programm geschlossen wird.</translation>
    </message>
  </context>
  <context>
    <name>BundlesView</name>
    <message>
      <source>Installing a model</source>
      <translation>Modell wird installiert</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
      <source>Remove {} from this computer? Searches made with it stay, but cannot be repeated here.</source>
      <translation>{} von diesem Rechner entfernen? Damit gemachte Suchen bleiben, können hier aber nicht wiederholt werden.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>This is still running: {}. Stop it and change the model? What is finished is kept.</source>
      <translation>Noch in Arbeit: {}. Abbrechen und das Modell wechseln? Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>Change the model</source>
      <translation>Modell wechseln</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>in Gebrauch</translation>
    </message>
    <message>
      <source>shipped</source>
      <translation>mitgeliefert</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <source>Compare with …</source>
      <translation>Vergleichen mit …</translation>
    </message>
    <message>
      <source>Measure both on the same sketches, with the trainer.</source>
      <translation>Beide an denselben Vergleichsbildern messen, mit dem Trainer.</translation>
    </message>
    <message>
      <source>Go &amp;back to {}</source>
      <translation>Zurück &amp;zu {}</translation>
    </message>
    <message>
      <source>One photo has no feature of the model in use: it cannot be found by a search.</source>
      <translation>Ein Foto hat kein Merkmal des verwendeten Modells: Keine Suche kann es finden.</translation>
    </message>
    <message>
      <source>{} photos have no feature of the model in use: they cannot be found by a search.</source>
      <translation>{} Fotos haben kein Merkmal des verwendeten Modells: Keine Suche kann sie finden.</translation>
    </message>
    <message>
      <source>&amp;Compute features</source>
      <translation>Merkmale &amp;berechnen</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Installed models</source>
      <translation>Installierte Modelle</translation>
    </message>
    <message>
      <source>&amp;Install a model…</source>
      <translation>Modell &amp;installieren …</translation>
    </message>
    <message>
      <source>&amp;Use this model</source>
      <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
      <source>Re&amp;move…</source>
      <translation>&amp;Entfernen …</translation>
    </message>
    <message>
      <source>&amp;Measure both…</source>
      <translation>Beide &amp;messen …</translation>
    </message>
    <message>
      <source>Compare with another model</source>
      <translation>Mit einem anderen Modell vergleichen</translation>
    </message>
    <message>
      <source>A model's folder may also be dropped here.</source>
      <translation>Der Ordner eines Modells kann auch hier abgelegt werden.</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Ordner des Modells</translation>
    </message>
  </context>
  <context>
    <name>CandidateHeader</name>
    <message>
      <source>Candidate before (P)</source>
      <translation>Voriger Kandidat (P)</translation>
    </message>
    <message>
      <source>Next candidate (N)</source>
      <translation>Nächster Kandidat (N)</translation>
    </message>
    <message>
      <source>Bookmark (B)</source>
      <translation>Vormerken (B)</translation>
    </message>
    <message>
      <source>Rank {} of {}</source>
      <translation>Rang {} von {}</translation>
    </message>
    <message>
      <source>Log density {}</source>
      <translation>Log-Dichte {}</translation>
    </message>
    <message>
      <source>{} below the first</source>
      <translation>{} unter dem ersten</translation>
    </message>
    <message>
      <source>{} above the next</source>
      <translation>{} über dem nächsten</translation>
    </message>
  </context>
  <context>
    <name>CandidateList</name>
    <message>
      <source>All candidates</source>
      <translation>Alle Kandidaten</translation>
    </message>
    <message>
      <source>Bookmarked</source>
      <translation>Vorgemerkte</translation>
    </message>
    <message>
      <source>Which candidates are listed</source>
      <translation>Welche Kandidaten gelistet werden</translation>
    </message>
    <message>
      <source>Candidates</source>
      <translation>Kandidaten</translation>
    </message>
    <message>
      <source>Next undecided</source>
      <translation>Nächster offener</translation>
    </message>
    <message>
      <source>Next candidate without a decision (Shift+N)</source>
      <translation>Nächster Kandidat ohne Entscheidung (Umschalt+N)</translation>
    </message>
    <message>
      <source>Rep&amp;ort</source>
      <translation>Beri&amp;cht</translation>
    </message>
    <message>
      <source>Look at the report of this search, and export it (Ctrl+E)</source>
      <translation>Bericht dieser Suche ansehen und ausgeben (Strg+E)</translation>
    </message>
  </context>
  <context>
    <name>CandidateModel</name>
    <message>
      <source>Rank {}: {}</source>
      <translation>Rang {}: {}</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>Rang</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>As recorded</source>
      <translation>Laut Aufzeichnung</translation>
    </message>
    <message>
      <source>Nearest photo</source>
      <translation>Nächstes Foto</translation>
    </message>
    <message>
      <source>Log density</source>
      <translation>Log-Dichte</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>{}, bookmarked</source>
      <translation>{}, vorgemerkt</translation>
    </message>
    <message>
      <source>Rank {}</source>
      <translation>Rang {}</translation>
    </message>
    <message>
      <source>log density {} (orders this list only)</source>
      <translation>Log-Dichte {} (ordnet nur diese Liste)</translation>
    </message>
  </context>
  <context>
    <name>CandidateStrip</name>
    <message>
      <source>Candidate before</source>
      <translation>Voriger Kandidat</translation>
    </message>
    <message>
      <source>Next candidate</source>
      <translation>Nächster Kandidat</translation>
    </message>
  </context>
  <context>
    <name>CandidateTable</name>
    <message>
      <source>Candidates as a table</source>
      <translation>Kandidaten als Tabelle</translation>
    </message>
  </context>
  <context>
    <name>CandidateViews</name>
    <message>
      <source>Candidates as cards</source>
      <translation>Kandidaten als Karten</translation>
    </message>
  </context>
  <context>
    <name>CaseHolds</name>
    <message>
      <source>Hold the case</source>
      <translation>Fall sperren</translation>
    </message>
    <message>
      <source>While the case {} is on hold, nobody on the candidate lists of its searches can be purged, expunged or removed, whatever their retention date says. Searches go on.</source>
      <translation>Solange der Fall {} gesperrt ist, kann niemand auf den Kandidatenlisten seiner Suchen gelöscht oder entfernt werden, weder nach Fristablauf noch auf Anordnung. Suchen gehen weiter.</translation>
    </message>
    <message>
      <source>&amp;Place the hold</source>
      <translation>Sperre &amp;setzen</translation>
    </message>
    <message>
      <source>Lift the hold</source>
      <translation>Löschsperre aufheben</translation>
    </message>
    <message>
      <source>From then on the people on the candidate lists of the case {} are kept by their own dates and holds alone; those past their date go with the next purge.</source>
      <translation>Von da an schützen die Personen auf den Kandidatenlisten des Falls {} nur noch ihre eigenen Fristen und Sperren; wessen Frist abgelaufen ist, geht mit der nächsten Löschung.</translation>
    </message>
    <message>
      <source>&amp;Lift the hold</source>
      <translation>Sperre &amp;aufheben</translation>
    </message>
    <message>
      <source>Nobody on its candidate lists can be purged, expunged or removed.</source>
      <translation>Niemand auf seinen Kandidatenlisten kann gelöscht oder entfernt werden.</translation>
    </message>
    <message>
      <source>On hold since {date} by {who}: {reason}.</source>
      <translation>Gesperrt seit {date} durch {who}: {reason}.</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>Number, offence, authority, requester</source>
      <translation>Nummer, Delikt, Auftraggeber …</translation>
    </message>
    <message>
      <source>All cases</source>
      <translation>Alle Fälle</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <source>State of the cases</source>
      <translation>Stand der Fälle</translation>
    </message>
    <message>
      <source>&amp;Open a new case…</source>
      <translation>Neuen Fall &amp;anlegen …</translation>
    </message>
    <message>
      <source>Check a &amp;package…</source>
      <translation>&amp;Paket prüfen …</translation>
    </message>
    <message>
      <source>Of any library; a package can also be dropped here</source>
      <translation>Aus jeder Bibliothek; ein Paket kann auch hier abgelegt werden</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Fälle</translation>
    </message>
    <message>
      <source>Open a new case…</source>
      <translation>Neuen Fall anlegen …</translation>
    </message>
    <message>
      <source>No case yet</source>
      <translation>Noch kein Fall</translation>
    </message>
    <message>
      <source>A search needs a purpose: open a case with its number, offence, legal authority and requester.</source>
      <translation>Eine Suche braucht einen Zweck: Legen Sie einen Fall mit Nummer, Delikt, Rechtsgrundlage und Auftraggeber an.</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Recent case {}</source>
      <translation>Letzter Fall {}</translation>
    </message>
    <message>
      <source>1 case</source>
      <translation>1 Fall</translation>
    </message>
    <message>
      <source>{} cases</source>
      <translation>{} Fälle</translation>
    </message>
  </context>
  <context>
    <name>CaseOrderDialog</name>
    <message>
      <source>Expunge a case</source>
      <translation>Fall löschen</translation>
    </message>
    <message>
      <source>Case number</source>
      <translation>Fallnummer</translation>
    </message>
    <message>
      <source>for example: 2026-117</source>
      <translation>zum Beispiel: 2026-117</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Aktenzeichen</translation>
    </message>
    <message>
      <source>for example: court order 12/2026</source>
      <translation>zum Beispiel: Beschluss 12/2026</translation>
    </message>
    <message>
      <source>Case &amp;number</source>
      <translation>Fall&amp;nummer</translation>
    </message>
    <message>
      <source>&amp;Reference</source>
      <translation>&amp;Aktenzeichen</translation>
    </message>
    <message>
      <source>&amp;Show what goes</source>
      <translation>Zeigen, was &amp;wegfällt</translation>
    </message>
    <message>
      <source>You see first what would be erased. The reference stands in the audit log.</source>
      <translation>Sie sehen zuerst, was gelöscht würde. Das Aktenzeichen steht im Protokoll.</translation>
    </message>
  </context>
  <context>
    <name>CasePackages</name>
    <message>
      <source>Check a case package</source>
      <translation>Fallpaket prüfen</translation>
    </message>
    <message>
      <source>Case packages (*.zip);;All files (*)</source>
      <translation>Fallpakete (*.zip);;Alle Dateien (*)</translation>
    </message>
  </context>
  <context>
    <name>CaseTableModel</name>
    <message>
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <source>{}, on hold</source>
      <translation>{}, gesperrt</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Offence</source>
      <translation>Delikt</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>Auftraggeber</translation>
    </message>
    <message>
      <source>Opened (UTC)</source>
      <translation>Angelegt (UTC)</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>none yet</source>
      <translation>noch keine</translation>
    </message>
    <message>
      <source>Legal authority: {}
Last search: {}</source>
      <translation>Rechtsgrundlage: {}
Letzte Suche: {}</translation>
    </message>
    <message>
      <source>Closed: {}</source>
      <translation>Geschlossen: {}</translation>
    </message>
  </context>
  <context>
    <name>CaseView</name>
    <message>
      <source>Lift the &amp;hold…</source>
      <translation>Sperre auf&amp;heben …</translation>
    </message>
    <message>
      <source>&amp;Hold…</source>
      <translation>&amp;Sperren …</translation>
    </message>
    <message>
      <source>Case {}</source>
      <translation>Fall {}</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>not closed: it takes searches</source>
      <translation>nicht geschlossen: nimmt Suchen an</translation>
    </message>
    <message>
      <source>Searches of this case</source>
      <translation>Suchen dieses Falls</translation>
    </message>
    <message>
      <source>No search yet</source>
      <translation>Noch keine Suche</translation>
    </message>
    <message>
      <source>Search a sketch under this case; its record appears here and stays as it is.</source>
      <translation>Suchen Sie ein Vergleichsbild in diesem Fall; die Aufzeichnung erscheint hier und bleibt, wie sie ist.</translation>
    </message>
    <message>
      <source>Start a search</source>
      <translation>Suche beginnen</translation>
    </message>
    <message>
      <source>Back to all cases (Esc)</source>
      <translation>Zurück zu allen Fällen (Esc)</translation>
    </message>
    <message>
      <source>Back to all cases</source>
      <translation>Zurück zu allen Fällen</translation>
    </message>
    <message>
      <source>&amp;Close the case…</source>
      <translation>Fall s&amp;chließen …</translation>
    </message>
    <message>
      <source>&amp;Start a search</source>
      <translation>&amp;Suche beginnen</translation>
    </message>
    <message>
      <source>Offence or purpose</source>
      <translation>Delikt oder Zweck</translation>
    </message>
    <message>
      <source>Legal authority</source>
      <translation>Rechtsgrundlage</translation>
    </message>
    <message>
      <source>Requested by</source>
      <translation>Auftraggeber</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>Angelegt</translation>
    </message>
    <message>
      <source>Pac&amp;kage…</source>
      <translation>Pa&amp;ket …</translation>
    </message>
    <message>
      <source>Make one signed file of everything that the case rests on</source>
      <translation>Alles, worauf der Fall beruht, in eine signierte Datei schreiben</translation>
    </message>
    <message>
      <source>A case on hold keeps everybody on its candidate lists</source>
      <translation>Ein gesperrter Fall bewahrt alle auf seinen Kandidatenlisten</translation>
    </message>
    <message>
      <source>Expun&amp;ge…</source>
      <translation>Fall &amp;löschen …</translation>
    </message>
    <message>
      <source>Erase the case by an order, with its sketches, searches and reviews; you see first what goes</source>
      <translation>Den Fall auf eine Anordnung hin löschen, mit Skizzen, Suchen und Befunden; Sie sehen zuerst, was gelöscht würde</translation>
    </message>
    <message>
      <source>Op&amp;en</source>
      <translation>Öff&amp;nen</translation>
    </message>
    <message>
      <source>Show the search with its candidates (Enter)</source>
      <translation>Suche mit ihren Kandidaten zeigen (Eingabe)</translation>
    </message>
    <message>
      <source>Re&amp;view</source>
      <translation>P&amp;rüfen</translation>
    </message>
    <message>
      <source>Re&amp;port</source>
      <translation>&amp;Bericht</translation>
    </message>
    <message>
      <source>1 search</source>
      <translation>1 Suche</translation>
    </message>
    <message>
      <source>{} searches</source>
      <translation>{} Suchen</translation>
    </message>
  </context>
  <context>
    <name>CasesPage</name>
    <message>
      <source>Open a new case</source>
      <translation>Neuen Fall anlegen</translation>
    </message>
    <message>
      <source>Find a case</source>
      <translation>Fall suchen</translation>
    </message>
    <message>
      <source>Check a case package</source>
      <translation>Fallpaket prüfen</translation>
    </message>
    <message>
      <source>Back to all cases</source>
      <translation>Zurück zu allen Fällen</translation>
    </message>
    <message>
      <source>Open the case or search in the current row</source>
      <translation>Fall oder Suche der aktuellen Zeile öffnen</translation>
    </message>
    <message>
      <source>Close the case</source>
      <translation>Fall schließen</translation>
    </message>
    <message>
      <source>Close the case {}?</source>
      <translation>Den Fall {} schließen?</translation>
    </message>
    <message>
      <source>From then on searches under it are refused, and it cannot be opened again. Its searches and reports stay.</source>
      <translation>Danach werden Suchen in ihm abgelehnt, und er kann nicht wieder geöffnet werden. Seine Suchen und Berichte bleiben.</translation>
    </message>
  </context>
  <context>
    <name>ChangePasswordDialog</name>
    <message>
      <source>Your password was set by an administrator. Choose one that only you know.</source>
      <translation>Ihr Passwort wurde von der Verwaltung gesetzt. Wählen Sie eines, das nur Sie kennen.</translation>
    </message>
    <message>
      <source>From the next sign-in on, the new password holds. The change is logged, the password is not.</source>
      <translation>Das neue Passwort gilt ab der nächsten Anmeldung. Die Änderung wird protokolliert, das Passwort nicht.</translation>
    </message>
    <message>
      <source>Choose a password</source>
      <translation>Passwort wählen</translation>
    </message>
    <message>
      <source>&amp;Present password</source>
      <translation>&amp;Bisheriges Passwort</translation>
    </message>
    <message>
      <source>&amp;New password</source>
      <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
      <source>New password a&amp;gain</source>
      <translation>Neues Passwort noch &amp;einmal</translation>
    </message>
    <message>
      <source>&amp;Change</source>
      <translation>&amp;Ändern</translation>
    </message>
    <message>
      <source>The two passwords differ.</source>
      <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
  </context>
  <context>
    <name>Checklist</name>
    <message>
      <source>Remark on {}</source>
      <translation>Anmerkung zu {}</translation>
    </message>
    <message>
      <source>{} (Enter)</source>
      <translation>{} (Eingabe)</translation>
    </message>
  </context>
  <context>
    <name>ChecklistModel</name>
    <message>
      <source>Feature</source>
      <translation>Merkmal</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>Anmerkung</translation>
    </message>
  </context>
  <context>
    <name>ChecklistView</name>
    <message>
      <source>Feature checklist</source>
      <translation>Merkmalsliste</translation>
    </message>
  </context>
  <context>
    <name>CompareDialog</name>
    <message>
      <source>Compare the models</source>
      <translation>Modelle vergleichen</translation>
    </message>
  </context>
  <context>
    <name>ComparisonBar</name>
    <message>
      <source>Move both pictures together (L)</source>
      <translation>Beide Bilder gemeinsam bewegen (L)</translation>
    </message>
    <message>
      <source>Farther (-)</source>
      <translation>Weiter weg (-)</translation>
    </message>
    <message>
      <source>See all of it (0)</source>
      <translation>Alles zeigen (0)</translation>
    </message>
    <message>
      <source>Nearer (+)</source>
      <translation>Näher (+)</translation>
    </message>
    <message>
      <source>Turn to the left ([)</source>
      <translation>Nach links drehen ([)</translation>
    </message>
    <message>
      <source>Turn to the right (])</source>
      <translation>Nach rechts drehen (])</translation>
    </message>
    <message>
      <source>Mirror (M)</source>
      <translation>Spiegeln (M)</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Overlay</source>
      <translation>Überlagerung</translation>
    </message>
    <message>
      <source>Curtain</source>
      <translation>Vorhang</translation>
    </message>
    <message>
      <source>Blink</source>
      <translation>Blinken</translation>
    </message>
    <message>
      <source>{} (V changes)</source>
      <translation>{} (V wechselt)</translation>
    </message>
    <message>
      <source>Whole pictures</source>
      <translation>Ganze Bilder</translation>
    </message>
    <message>
      <source>Aligned, full resolution</source>
      <translation>Ausgerichtet, volle Auflösung</translation>
    </message>
    <message>
      <source>Crops as compared</source>
      <translation>Ausschnitte wie verglichen</translation>
    </message>
    <message>
      <source>Pictures compared</source>
      <translation>Verglichene Bilder</translation>
    </message>
    <message>
      <source>Laid over each other, pictures are always aligned by their landmarks.</source>
      <translation>Übereinander werden Bilder immer nach ihren Punkten ausgerichtet.</translation>
    </message>
    <message>
      <source>Brightness and contrast</source>
      <translation>Helligkeit und Kontrast</translation>
    </message>
    <message>
      <source>Photo over sketch</source>
      <translation>Foto über Vergleichsbild</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Geschwindigkeit</translation>
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message>
      <source>Sketch compared</source>
      <translation>Verglichenes Vergleichsbild</translation>
    </message>
    <message>
      <source>Sketch as received</source>
      <translation>Vergleichsbild wie erhalten</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <source>Sketch and photo laid over each other</source>
      <translation>Vergleichsbild und Foto übereinander</translation>
    </message>
    <message>
      <source>Sketch and photo, aligned by their landmarks</source>
      <translation>Vergleichsbild und Foto, nach ihren Punkten ausgerichtet</translation>
    </message>
    <message>
      <source>Sketch {} of {}</source>
      <translation>Vergleichsbild {} von {}</translation>
    </message>
  </context>
  <context>
    <name>CropPanel</name>
    <message>
      <source>The face as it will be searched</source>
      <translation>Das Gesicht, wie es gesucht wird</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Warnungen</translation>
    </message>
    <message>
      <source>&amp;Automatic</source>
      <translation>&amp;Automatisch</translation>
    </message>
    <message>
      <source>Find face and points automatically again (R)</source>
      <translation>Gesicht und Punkte wieder automatisch finden (R)</translation>
    </message>
    <message>
      <source>&amp;Points by hand</source>
      <translation>&amp;Punkte</translation>
    </message>
    <message>
      <source>&amp;Box by hand</source>
      <translation>&amp;Rahmen</translation>
    </message>
    <message>
      <source>No face</source>
      <translation>Kein Gesicht</translation>
    </message>
    <message>
      <source>Nothing is searched until a face is marked.</source>
      <translation>Solange kein Gesicht markiert ist, wird nichts gesucht.</translation>
    </message>
    <message>
      <source>Points set by hand.</source>
      <translation>Punkte von Hand gesetzt.</translation>
    </message>
    <message>
      <source>Face chosen by hand, points found automatically.</source>
      <translation>Gesicht von Hand gewählt, Punkte automatisch gefunden.</translation>
    </message>
    <message>
      <source>Face and points found automatically.</source>
      <translation>Gesicht und Punkte automatisch gefunden.</translation>
    </message>
  </context>
  <context>
    <name>CurvePlot</name>
    <message>
      <source>Log density by rank</source>
      <translation>Log-Dichte nach Rang</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>Rang</translation>
    </message>
    <message>
      <source>Log density</source>
      <translation>Log-Dichte</translation>
    </message>
  </context>
  <context>
    <name>Curves</name>
    <message>
      <source>Stage</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <source>Losses and accuracies by step</source>
      <translation>Verluste und Genauigkeiten nach Schritt</translation>
    </message>
    <message>
      <source>Validation by step</source>
      <translation>Validierung nach Schritt</translation>
    </message>
  </context>
  <context>
    <name>DecisionPanel</name>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>Notes (T)</source>
      <translation>Notizen (T)</translation>
    </message>
    <message>
      <source>decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>bookmark</source>
      <translation>Vormerkung</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>All versions of this review (H)</source>
      <translation>Alle Fassungen dieser Prüfung (H)</translation>
    </message>
    <message>
      <source>Show the newer one</source>
      <translation>Die neuere zeigen</translation>
    </message>
    <message>
      <source>Save mine after it</source>
      <translation>Meine danach speichern</translation>
    </message>
    <message>
      <source>reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>checklist</source>
      <translation>Merkmalsliste</translation>
    </message>
    <message>
      <source>Reason, needed for this decision (R)</source>
      <translation>Begründung, für diese Entscheidung nötig (R)</translation>
    </message>
    <message>
      <source>Reason (R)</source>
      <translation>Begründung (R)</translation>
    </message>
    <message>
      <source>Not saved.</source>
      <translation>Nicht gespeichert.</translation>
    </message>
    <message>
      <source>Not saved: {} What you wrote is kept here.</source>
      <translation>Nicht gespeichert: {} Was Sie geschrieben haben, bleibt hier erhalten.</translation>
    </message>
    <message>
      <source>The decision is not saved yet: give the reason.</source>
      <translation>Die Entscheidung ist noch nicht gespeichert: Geben Sie die Begründung an.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Wird gespeichert …</translation>
    </message>
    <message>
      <source>Nothing said of this candidate yet.</source>
      <translation>Zu diesem Kandidaten ist noch nichts gesagt.</translation>
    </message>
    <message>
      <source>Version {}, {}, {}. Features compared: {} of {}.</source>
      <translation>Fassung {}, {}, {}. Verglichene Merkmale: {} von {}.</translation>
    </message>
  </context>
  <context>
    <name>Decisions</name>
    <message>
      <source>Undecided</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Possible</source>
      <translation>Möglich</translation>
    </message>
    <message>
      <source>Excluded</source>
      <translation>Ausschluss</translation>
    </message>
    <message>
      <source>Inconclusive</source>
      <translation>Unklar</translation>
    </message>
  </context>
  <context>
    <name>DecryptDialog</name>
    <message>
      <source>Remove the encryption</source>
      <translation>Verschlüsselung entfernen</translation>
    </message>
    <message>
      <source>The drive should be encrypted then: whoever takes the computer can read the library otherwise.</source>
      <translation>Das Laufwerk sollte dann verschlüsselt sein: Sonst kann die Bibliothek lesen, wer den Rechner mitnimmt.</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>&amp;Passphrase</translation>
    </message>
    <message>
      <source>&amp;Decrypt</source>
      <translation>&amp;Entschlüsseln</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Decrypting</source>
      <translation>Entschlüsseln</translation>
    </message>
  </context>
  <context>
    <name>DensityAxis</name>
    <message>
      <source>Log densities of the list</source>
      <translation>Log-Dichten der Liste</translation>
    </message>
  </context>
  <context>
    <name>DifferenceCard</name>
    <message>
      <source>Record as agreed</source>
      <translation>Als vereinbart festhalten</translation>
    </message>
    <message>
      <source>Agreed: {decision}. {reason} ({by}, {at})</source>
      <translation>Vereinbart: {decision}. {reason} ({by}, {at})</translation>
    </message>
    <message>
      <source>Rank {}: the decisions differ</source>
      <translation>Rang {}: die Entscheidungen unterscheiden sich</translation>
    </message>
    <message>
      <source>Rank {}: the same decision</source>
      <translation>Rang {}: dieselbe Entscheidung</translation>
    </message>
    <message>
      <source>Show the candidate</source>
      <translation>Kandidaten zeigen</translation>
    </message>
    <message>
      <source>Show the candidate at rank {}</source>
      <translation>Kandidaten auf Rang {} zeigen</translation>
    </message>
    <message>
      <source>First: {}</source>
      <translation>Erste Beurteilung: {}</translation>
    </message>
    <message>
      <source>Second: {}</source>
      <translation>Zweite Beurteilung: {}</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>Agreed decision…</source>
      <translation>Vereinbarte Entscheidung …</translation>
    </message>
    <message>
      <source>Agreed decision at rank {}</source>
      <translation>Vereinbarte Entscheidung auf Rang {}</translation>
    </message>
    <message>
      <source>The reason on which both agree</source>
      <translation>Die Begründung, auf die sich beide einigen</translation>
    </message>
    <message>
      <source>Reason of the agreed decision at rank {}</source>
      <translation>Begründung der vereinbarten Entscheidung auf Rang {}</translation>
    </message>
  </context>
  <context>
    <name>DifferencesDialog</name>
    <message>
      <source>Both conclusions</source>
      <translation>Beide Schlüsse</translation>
    </message>
    <message>
      <source>1 candidate on which both agree</source>
      <translation>1 Kandidat, bei dem beide übereinstimmen</translation>
    </message>
    <message>
      <source>{} candidates on which both agree</source>
      <translation>{} Kandidaten, bei denen beide übereinstimmen</translation>
    </message>
    <message>
      <source>To be agreed on, by rank: {}.</source>
      <translation>Noch zu vereinbaren, nach Rang: {}.</translation>
    </message>
    <message>
      <source>Nothing is left to agree on.</source>
      <translation>Nichts ist mehr zu vereinbaren.</translation>
    </message>
  </context>
  <context>
    <name>Doorkeeper</name>
    <message>
      <source>This is still running: {}. Stop it and sign out? What is finished is kept.</source>
      <translation>Das läuft noch: {}. Anhalten und abmelden? Was fertig ist, bleibt.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Abmelden</translation>
    </message>
  </context>
  <context>
    <name>DueDialog</name>
    <message>
      <source>Due dates and holds</source>
      <translation>Fristen und Sperren</translation>
    </message>
    <message>
      <source>People and cases</source>
      <translation>Personen und Fälle</translation>
    </message>
    <message>
      <source>People only</source>
      <translation>Nur Personen</translation>
    </message>
    <message>
      <source>Cases only</source>
      <translation>Nur Fälle</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Fällig</translation>
    </message>
    <message>
      <source>Person or case</source>
      <translation>Person oder Fall</translation>
    </message>
    <message>
      <source>Name or offence</source>
      <translation>Name oder Delikt</translation>
    </message>
    <message>
      <source>What is held</source>
      <translation>Was vorliegt</translation>
    </message>
    <message>
      <source>What goes</source>
      <translation>Was gelöscht wird</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>Aufbewahrt bis</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <source>Holds in force</source>
      <translation>Geltende Sperren</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Auf</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Aktenzeichen</translation>
    </message>
    <message>
      <source>Placed by</source>
      <translation>Gesetzt von</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <source>&amp;Hold…</source>
      <translation>&amp;Sperren …</translation>
    </message>
    <message>
      <source>Keep the person or case in the current row, whatever the date says</source>
      <translation>Die Person oder den Fall der aktuellen Zeile behalten, was immer die Frist sagt</translation>
    </message>
    <message>
      <source>&amp;Lift the hold…</source>
      <translation>Sperre auf&amp;heben …</translation>
    </message>
    <message>
      <source>Holds in force: {}</source>
      <translation>Geltende Sperren: {}</translation>
    </message>
    <message>
      <source>People past their date by then: {due}, of whom kept by a hold: {held}.</source>
      <translation>Dann fällige Personen: {due}, davon durch eine Sperre festgehalten: {held}.</translation>
    </message>
    <message>
      <source>Closed cases past their term by then: {due}, of which kept by a hold: {held}.</source>
      <translation>Geschlossene Fälle, deren Frist dann abgelaufen ist: {due}, davon durch eine Sperre festgehalten: {held}.</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>searches: {}</source>
      <translation>Suchen: {}</translation>
    </message>
    <message>
      <source>sketches, searches and reviews</source>
      <translation>Skizzen, Suchen und Befunde</translation>
    </message>
    <message>
      <source>case {}</source>
      <translation>Fall {}</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>these photos only</source>
      <translation>nur diese Fotos</translation>
    </message>
    <message>
      <source>photos: {}</source>
      <translation>Fotos: {}</translation>
    </message>
    <message>
      <source>While {} is on hold, nothing of it is purged or expunged, whatever the date says.</source>
      <translation>Solange {} gesperrt ist, wird davon nichts gelöscht, was immer die Frist sagt.</translation>
    </message>
    <message>
      <source>Place a hold</source>
      <translation>Eine Sperre setzen</translation>
    </message>
    <message>
      <source>&amp;Place the hold</source>
      <translation>Sperre &amp;setzen</translation>
    </message>
    <message>
      <source>The hold on {} is lifted; what it kept goes by its own dates again.</source>
      <translation>Die Sperre auf {} wird aufgehoben; wen sie festhielt, für den gilt wieder die eigene Frist.</translation>
    </message>
    <message>
      <source>Lift the hold</source>
      <translation>Löschsperre aufheben</translation>
    </message>
    <message>
      <source>&amp;Lift the hold</source>
      <translation>Sperre &amp;aufheben</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Past the retention date on the &amp;day</source>
      <translation>Frist abgelaufen am &amp;Tag</translation>
    </message>
    <message>
      <source>&amp;Show</source>
      <translation>&amp;Zeigen</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
  </context>
  <context>
    <name>EditList</name>
    <message>
      <source>Edits in the order in which they are made</source>
      <translation>Bearbeitungen in ihrer Reihenfolge</translation>
    </message>
    <message>
      <source>No edits: the sketch is searched as received.</source>
      <translation>Keine Bearbeitung: Das Vergleichsbild wird wie erhalten gesucht.</translation>
    </message>
    <message>
      <source>&amp;Remove step</source>
      <translation>Schritt &amp;entfernen</translation>
    </message>
    <message>
      <source>&amp;Go back to here</source>
      <translation>&amp;Bis hierher zurück</translation>
    </message>
    <message>
      <source>Switch off all steps after the selected one</source>
      <translation>Alle Schritte nach dem gewählten ausschalten</translation>
    </message>
    <message>
      <source>Switch an edit on</source>
      <translation>Bearbeitung einschalten</translation>
    </message>
    <message>
      <source>Switch an edit off</source>
      <translation>Bearbeitung ausschalten</translation>
    </message>
    <message>
      <source>Remove an edit</source>
      <translation>Bearbeitung entfernen</translation>
    </message>
    <message>
      <source>Go back to an edit</source>
      <translation>Zu einer Bearbeitung zurück</translation>
    </message>
  </context>
  <context>
    <name>EditTools</name>
    <message>
      <source>Crop</source>
      <translation>Zuschneiden</translation>
    </message>
    <message>
      <source>Turn left by 90°</source>
      <translation>Um 90° nach links drehen</translation>
    </message>
    <message>
      <source>Turn right by 90°</source>
      <translation>Um 90° nach rechts drehen</translation>
    </message>
    <message>
      <source>Mirror: swap left and right</source>
      <translation>Spiegeln: links und rechts vertauschen</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>Drehen</translation>
    </message>
    <message>
      <source>Local contrast</source>
      <translation>Lokaler Kontrast</translation>
    </message>
    <message>
      <source>Clean background</source>
      <translation>Hintergrund säubern</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Schwarz</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Weiß</translation>
    </message>
    <message>
      <source>Middle greys (gamma)</source>
      <translation>Mittlere Grautöne (Gamma)</translation>
    </message>
    <message>
      <source>&amp;Keep this part</source>
      <translation>Diesen Teil &amp;behalten</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
  </context>
  <context>
    <name>EncryptionCard</name>
    <message>
      <source>Encryption</source>
      <translation>Verschlüsselung</translation>
    </message>
    <message>
      <source>&amp;Encrypt…</source>
      <translation>&amp;Verschlüsseln …</translation>
    </message>
    <message>
      <source>&amp;Change the passphrase…</source>
      <translation>Passphrase ä&amp;ndern …</translation>
    </message>
    <message>
      <source>New &amp;recovery key…</source>
      <translation>Neuer &amp;Wiederherstellungsschlüssel …</translation>
    </message>
    <message>
      <source>&amp;Decrypt…</source>
      <translation>&amp;Entschlüsseln …</translation>
    </message>
    <message>
      <source>This library is encrypted.</source>
      <translation>Diese Bibliothek ist verschlüsselt.</translation>
    </message>
    <message>
      <source>This library is not encrypted.</source>
      <translation>Diese Bibliothek ist nicht verschlüsselt.</translation>
    </message>
    <message>
      <source>Exports, reports and results of batches are written outside of the library, and are not encrypted with it.</source>
      <translation>Exporte, Berichte und Ergebnisse von Stapeln liegen außerhalb der Bibliothek und werden nicht mit ihr verschlüsselt.</translation>
    </message>
    <message>
      <source>Whoever takes the computer or the drive can read it, unless the drive itself is encrypted (BitLocker, FileVault, LUKS): have that set up, or encrypt the library here.</source>
      <translation>Wer den Rechner oder das Laufwerk mitnimmt, kann sie lesen, wenn nicht das Laufwerk selbst verschlüsselt ist (BitLocker, FileVault, LUKS): Lassen Sie das einrichten, oder verschlüsseln Sie die Bibliothek hier.</translation>
    </message>
  </context>
  <context>
    <name>EntryPane</name>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Vorgang</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Gegenstand</translation>
    </message>
    <message>
      <source>Details of the entry</source>
      <translation>Einzelheiten des Eintrags</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Hash of this entry (SHA-256)</source>
      <translation>Hashwert dieses Eintrags (SHA-256)</translation>
    </message>
    <message>
      <source>Hash of the entry before</source>
      <translation>Hashwert des vorigen Eintrags</translation>
    </message>
    <message>
      <source>Entry {}</source>
      <translation>Eintrag {}</translation>
    </message>
    <message>
      <source>No entry chosen</source>
      <translation>Kein Eintrag gewählt</translation>
    </message>
  </context>
  <context>
    <name>EntryTableModel</name>
    <message>
      <source>Entry {} is missing in the log.</source>
      <translation>Eintrag {} fehlt im Protokoll.</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>Nr.</translation>
    </message>
    <message>
      <source>Time (UTC)</source>
      <translation>Zeit (UTC)</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Vorgang</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Gegenstand</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
  </context>
  <context>
    <name>Erasure</name>
    <message>
      <source>Stopped. What was erased until then is gone; what was not is still there.</source>
      <translation>Angehalten. Was bis dahin gelöscht wurde, ist fort; alles andere ist noch da.</translation>
    </message>
    <message>
      <source>Erasing…</source>
      <translation>Wird gelöscht …</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Nobody is past the retention date, and no closed case is past its term.</source>
      <translation>Bei keiner Person und keinem geschlossenen Fall ist die Frist abgelaufen.</translation>
    </message>
    <message>
      <source>Erased: {subjects} people, {photos} photos. Refused: {refused}.</source>
      <translation>Gelöscht: {subjects} Personen, {photos} Fotos. Abgelehnt: {refused}.</translation>
    </message>
    <message>
      <source>Cases erased: {cases}, with searches: {searches}. Refused: {refused}.</source>
      <translation>Fälle gelöscht: {cases}, mit Suchen: {searches}. Abgelehnt: {refused}.</translation>
    </message>
    <message>
      <source>Case {number}: {reason}</source>
      <translation>Fall {number}: {reason}</translation>
    </message>
  </context>
  <context>
    <name>ErasureCard</name>
    <message>
      <source>Retention</source>
      <translation>Aufbewahrung</translation>
    </message>
    <message>
      <source>Sho&amp;w…</source>
      <translation>Zei&amp;gen …</translation>
    </message>
    <message>
      <source>&amp;Purge…</source>
      <translation>&amp;Fristablauf löschen …</translation>
    </message>
    <message>
      <source>E&amp;xpunge a list…</source>
      <translation>&amp;Liste löschen …</translation>
    </message>
    <message>
      <source>Expun&amp;ge a case…</source>
      <translation>Fall lös&amp;chen …</translation>
    </message>
    <message>
      <source>Due dates and holds</source>
      <translation>Fristen und Sperren</translation>
    </message>
    <message>
      <source>Who and which cases are due by a day of your choice, and which holds are in force. Nothing is erased.</source>
      <translation>Wessen Frist und welcher Fälle Frist an einem Tag Ihrer Wahl abläuft, und welche Sperren gelten. Gelöscht wird nichts.</translation>
    </message>
    <message>
      <source>Past the retention date</source>
      <translation>Nach Ablauf der Frist</translation>
    </message>
    <message>
      <source>Erases photos and people whose date has passed today, and the searches of closed cases past their term, after you have seen the list.</source>
      <translation>Löscht Fotos und Personen, deren Frist heute abgelaufen ist, und die Suchen geschlossener Fälle nach deren Frist, nachdem Sie die Liste gesehen haben.</translation>
    </message>
    <message>
      <source>By order</source>
      <translation>Auf Anordnung</translation>
    </message>
    <message>
      <source>Erases the people that a court or an authority names: a CSV file with a column external_id, and the reference of the order.</source>
      <translation>Löscht die Personen, die ein Gericht oder eine Behörde nennt: eine CSV-Datei mit einer Spalte external_id und das Aktenzeichen der Anordnung.</translation>
    </message>
    <message>
      <source>A case by order</source>
      <translation>Ein Fall auf Anordnung</translation>
    </message>
    <message>
      <source>Erases a case with its sketches, searches and reviews, on the order whose reference you give.</source>
      <translation>Löscht einen Fall mit seinen Vergleichsbildern, Suchen und Befunden auf die Anordnung, deren Aktenzeichen Sie angeben.</translation>
    </message>
    <message>
      <source>List of people to expunge</source>
      <translation>Liste der zu löschenden Personen</translation>
    </message>
    <message>
      <source>Lists (*.csv *.jsonl)</source>
      <translation>Listen (*.csv *.jsonl)</translation>
    </message>
    <message>
      <source>Expunge a list</source>
      <translation>Liste löschen</translation>
    </message>
    <message>
      <source>Reference of the order, such as court order 12/2026:</source>
      <translation>Aktenzeichen der Anordnung, etwa Beschluss 12/2026:</translation>
    </message>
  </context>
  <context>
    <name>ErasureDialog</name>
    <message>
      <source>Purge</source>
      <translation>Nach Fristablauf löschen</translation>
    </message>
    <message>
      <source>Expunge</source>
      <translation>Auf Anordnung löschen</translation>
    </message>
    <message>
      <source>ERASE</source>
      <translation>LÖSCHEN</translation>
    </message>
    <message>
      <source>Confirmation</source>
      <translation>Bestätigung</translation>
    </message>
    <message>
      <source>&amp;Erase for good</source>
      <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <source>What goes</source>
      <translation>Was gelöscht wird</translation>
    </message>
    <message>
      <source>Kept until</source>
      <translation>Aufbewahrt bis</translation>
    </message>
    <message>
      <source>To be erased</source>
      <translation>Zu löschen</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>these photos only</source>
      <translation>nur diese Fotos</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Sketches</source>
      <translation>Vergleichsbilder</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <source>Offence or purpose</source>
      <translation>Delikt oder Zweck</translation>
    </message>
    <message>
      <source>Cases to be erased</source>
      <translation>Zu löschende Fälle</translation>
    </message>
    <message>
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>Not erased</source>
      <translation>Nicht gelöscht</translation>
    </message>
    <message>
      <source>Case {number}: {reason}</source>
      <translation>Fall {number}: {reason}</translation>
    </message>
    <message>
      <source>Remnants of an earlier erasure will be removed, too.</source>
      <translation>Reste einer früheren Löschung werden mit entfernt.</translation>
    </message>
    <message>
      <source>To be erased: {subjects} people with {photos} photos. Not erased: {refused}.</source>
      <translation>Zu löschen: {subjects} Personen mit {photos} Fotos. Nicht gelöscht: {refused}.</translation>
    </message>
    <message>
      <source>Cases to be erased: {cases}, with searches: {searches}. Not erased: {refused}.</source>
      <translation>Zu löschende Fälle: {cases}, mit Suchen: {searches}. Nicht gelöscht: {refused}.</translation>
    </message>
    <message>
      <source>Of people, originals, pictures, features and personal data go, also from the audit log; rank and score in stored searches stay.</source>
      <translation>Von Personen werden Originale, Bilder, Merkmale und Personalien gelöscht, auch im Protokoll; Rang und Wert in gespeicherten Suchen bleiben.</translation>
    </message>
    <message>
      <source>This cannot be undone. Backups made before still hold what goes here, and reports and packages outside of the library are not reached. Type {} to confirm:</source>
      <translation>Das lässt sich nicht rückgängig machen. Frühere Sicherungen enthalten es weiterhin; Berichte und Pakete außerhalb der Bibliothek werden nicht erreicht. Geben Sie zur Bestätigung {} ein:</translation>
    </message>
    <message>
      <source>Of cases, sketches, searches, candidate lists and reviews go; number, offence, authority and requester stay.</source>
      <translation>Von Fällen werden Vergleichsbilder, Suchen, Kandidatenlisten und Befunde gelöscht; Nummer, Delikt, Rechtsgrundlage und Auftraggeber bleiben.</translation>
    </message>
    <message>
      <source>The case goes altogether, with its sketches, searches, candidate lists and reviews, also from the audit log; only the offence stays, for the annual counts.</source>
      <translation>Der Fall wird ganz gelöscht, mit Vergleichsbildern, Suchen, Kandidatenlisten und Befunden, auch im Protokoll; nur das Delikt bleibt für die Jahreszahlen.</translation>
    </message>
  </context>
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
    <name>Exporting</name>
    <message>
      <source>E&amp;xport</source>
      <translation>E&amp;xport</translation>
    </message>
    <message>
      <source>People &amp;chosen ({})</source>
      <translation>&amp;Gewählte Personen ({})</translation>
    </message>
    <message>
      <source>All people &amp;listed ({})</source>
      <translation>A&amp;lle gezeigten Personen ({})</translation>
    </message>
    <message>
      <source>Exporting people</source>
      <translation>Personen werden exportiert</translation>
    </message>
    <message>
      <source>Written: {name} (people: {people}, photos: {photos})</source>
      <translation>Geschrieben: {name} (Personen: {people}, Fotos: {photos})</translation>
    </message>
    <message>
      <source>Export people</source>
      <translation>Personen exportieren</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <source>Records (*.json)</source>
      <translation>Datensätze (*.json)</translation>
    </message>
    <message>
      <source>Folder for the transactions, a file a person</source>
      <translation>Ordner für die Transaktionen, eine Datei je Person</translation>
    </message>
    <message>
      <source>The agency that sends (field 1.008), at most {} characters:</source>
      <translation>Die sendende Behörde (Feld 1.008), höchstens {} Zeichen:</translation>
    </message>
  </context>
  <context>
    <name>FactsPanel</name>
    <message>
      <source>Record of this search</source>
      <translation>Aufzeichnung dieser Suche</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
  </context>
  <context>
    <name>FeatureNotice</name>
    <message>
      <source>Computing features: {done} of {total} photos.</source>
      <translation>Merkmale werden berechnet: {done} von {total} Fotos.</translation>
    </message>
    <message>
      <source>Photos without a feature of the model in use: {}. No search can find them.</source>
      <translation>Fotos ohne Merkmal des verwendeten Modells: {}. Keine Suche kann sie finden.</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>Co&amp;mpute features</source>
      <translation>&amp;Merkmale berechnen</translation>
    </message>
  </context>
  <context>
    <name>Features</name>
    <message>
      <source>Computing features</source>
      <translation>Merkmale werden berechnet</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>Sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <source>Ethnicity</source>
      <translation>Ethnie</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Year of birth</source>
      <translation>Geburtsjahr</translation>
    </message>
    <message>
      <source>Booking date</source>
      <translation>Aufnahmedatum</translation>
    </message>
    <message>
      <source>Retention date</source>
      <translation>Aufbewahrung bis</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>not recorded</source>
      <translation>nicht verzeichnet</translation>
    </message>
    <message>
      <source>{}: from {}</source>
      <translation>{}: ab {}</translation>
    </message>
    <message>
      <source>{}: up to {}</source>
      <translation>{}: bis {}</translation>
    </message>
    <message>
      <source>{}: {} to {}</source>
      <translation>{}: {} bis {}</translation>
    </message>
  </context>
  <context>
    <name>FiguresTree</name>
    <message>
      <source>Model card</source>
      <translation>Modellkarte</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>0.95 interval</source>
      <translation>0,95-Intervall</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Modellpaket</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Files, SHA-256</source>
      <translation>Dateien, SHA-256</translation>
    </message>
    <message>
      <source>none: candidate lists are not assessed</source>
      <translation>keine: Kandidatenlisten werden nicht bewertet</translation>
    </message>
    <message>
      <source>{sketches} sketches of {people} people, N = {size}, T = {threshold}</source>
      <translation>{sketches} Vergleichsbilder von {people} Personen, N = {size}, T = {threshold}</translation>
    </message>
    <message>
      <source>Name and version</source>
      <translation>Name und Fassung</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Kennung</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Feature and noise size</source>
      <translation>Merkmal- und Rauschgröße</translation>
    </message>
    <message>
      <source>Kernel width sigma</source>
      <translation>Kernbreite Sigma</translation>
    </message>
    <message>
      <source>Samples by default</source>
      <translation>Proben als Vorgabe</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>not stated</source>
      <translation>nicht angegeben</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Daten</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Find in person, action, subject and details</source>
      <translation>In Person, Vorgang, Gegenstand und Einzelheiten suchen</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Vorgang</translation>
    </message>
    <message>
      <source>All actions</source>
      <translation>Alle Vorgänge</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>All people</source>
      <translation>Alle Personen</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Any time</source>
      <translation>Jederzeit</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>Letzte 30 Tage</translation>
    </message>
    <message>
      <source>Last 365 days</source>
      <translation>Letzte 365 Tage</translation>
    </message>
    <message>
      <source>Between…</source>
      <translation>Zwischen …</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Bis</translation>
    </message>
    <message>
      <source>Remove all filters</source>
      <translation>Alle Filter entfernen</translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>(whole days, UTC)</source>
      <translation>(ganze Tage, UTC)</translation>
    </message>
    <message>
      <source>Born from</source>
      <translation>Geboren ab</translation>
    </message>
    <message>
      <source>Born until</source>
      <translation>Geboren bis</translation>
    </message>
    <message>
      <source>Booked from</source>
      <translation>Aufgenommen ab</translation>
    </message>
    <message>
      <source>Booked until</source>
      <translation>Aufgenommen bis</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
      <source>C&amp;lear</source>
      <translation>&amp;Leeren</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <source>Retention</source>
      <translation>Aufbewahrung</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <source>Past the date</source>
      <translation>Frist abgelaufen</translation>
    </message>
    <message>
      <source>Due within {} days</source>
      <translation>Fällig in {} Tagen</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <source>Ethnicity</source>
      <translation>Ethnie</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Born</source>
      <translation>Geboren</translation>
    </message>
    <message>
      <source>Booked</source>
      <translation>Aufgenommen</translation>
    </message>
  </context>
  <context>
    <name>FilterEditor</name>
    <message>
      <source>No filter: everybody in the gallery is searched.</source>
      <translation>Kein Filter: Die ganze Galerie wird durchsucht.</translation>
    </message>
    <message>
      <source>&amp;Add a filter</source>
      <translation>Filter &amp;hinzufügen</translation>
    </message>
    <message>
      <source>The gallery has recorded nothing to filter by.</source>
      <translation>Die Galerie verzeichnet nichts, wonach gefiltert werden könnte.</translation>
    </message>
    <message>
      <source>Remove this filter</source>
      <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
      <source>Remove the filter {}</source>
      <translation>Filter {} entfernen</translation>
    </message>
    <message>
      <source>{}…</source>
      <translation>{} …</translation>
    </message>
    <message>
      <source>{} people</source>
      <translation>{} Personen</translation>
    </message>
    <message>
      <source>1 person</source>
      <translation>1 Person</translation>
    </message>
  </context>
  <context>
    <name>FingerprintRow</name>
    <message>
      <source>64 digits, with or without spaces</source>
      <translation>64 Ziffern, mit oder ohne Leerzeichen</translation>
    </message>
    <message>
      <source>Fingerprint that the signer told you</source>
      <translation>Fingerabdruck, den Ihnen der Unterzeichner genannt hat</translation>
    </message>
    <message>
      <source>&amp;Fingerprint that the signer told you:</source>
      <translation>Genannter &amp;Fingerabdruck:</translation>
    </message>
    <message>
      <source>Co&amp;mpare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>Welcome to forensic_id</source>
      <translation>Willkommen bei forensic_id</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>Step {} of {}</source>
      <translation>Schritt {} von {}</translation>
    </message>
  </context>
  <context>
    <name>FoldedNotice</name>
    <message>
      <source>Show all of the verdict and the warnings</source>
      <translation>Das ganze Urteil und alle Warnungen zeigen</translation>
    </message>
  </context>
  <context>
    <name>FolderField</name>
    <message>
      <source>Choose…</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Choose: {}</source>
      <translation>Wählen: {}</translation>
    </message>
  </context>
  <context>
    <name>GalleryPage</name>
    <message>
      <source>Nobody is in the gallery yet</source>
      <translation>Noch niemand ist in der Galerie</translation>
    </message>
    <message>
      <source>Import a folder of photos, or a CSV or JSON Lines file that names them. You can also drop or paste it here.</source>
      <translation>Lesen Sie einen Ordner mit Fotos ein oder eine CSV- oder JSON-Lines-Datei, die sie nennt. Sie können ihn auch hier ablegen oder einfügen.</translation>
    </message>
    <message>
      <source>Import photos…</source>
      <translation>Fotos einlesen …</translation>
    </message>
    <message>
      <source>Nobody matches</source>
      <translation>Niemand passt</translation>
    </message>
    <message>
      <source>No subject has these words in id or name and passes all filters.</source>
      <translation>Keine Person hat diese Wörter in Kennung oder Name und passt zu allen Filtern.</translation>
    </message>
    <message>
      <source>Clear search and filters</source>
      <translation>Suche und Filter leeren</translation>
    </message>
    <message>
      <source>{shown} of {all} subjects</source>
      <translation>{shown} von {all} Personen</translation>
    </message>
    <message>
      <source>Subjects: {}</source>
      <translation>Personen: {}</translation>
    </message>
  </context>
  <context>
    <name>GridView</name>
    <message>
      <source>Subjects as pictures</source>
      <translation>Personen als Bilder</translation>
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
    <name>HelpPage</name>
    <message>
      <source>Search the help</source>
      <translation>In der Hilfe suchen</translation>
    </message>
    <message>
      <source>Topics</source>
      <translation>Themen</translation>
    </message>
    <message>
      <source>No topic holds these words.</source>
      <translation>Kein Thema enthält diese Wörter.</translation>
    </message>
    <message>
      <source>Help text</source>
      <translation>Hilfetext</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>Distribution of the greys</source>
      <translation>Verteilung der Grautöne</translation>
    </message>
  </context>
  <context>
    <name>HistoryDialog</name>
    <message>
      <source>Versions of this review</source>
      <translation>Fassungen dieser Prüfung</translation>
    </message>
    <message>
      <source>Bring this version back</source>
      <translation>Diese Fassung zurückholen</translation>
    </message>
    <message>
      <source>It is saved again as the newest version; nothing is lost.</source>
      <translation>Sie wird als neueste Fassung gespeichert; nichts geht verloren.</translation>
    </message>
    <message>
      <source>The newest version counts. Earlier ones are kept for good.</source>
      <translation>Die neueste Fassung zählt. Frühere bleiben dauerhaft erhalten.</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Fassung</translation>
    </message>
    <message>
      <source>Saved at</source>
      <translation>Gespeichert am</translation>
    </message>
    <message>
      <source>Examiner</source>
      <translation>Prüfer</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>Reason and notes</source>
      <translation>Begründung und Notizen</translation>
    </message>
  </context>
  <context>
    <name>HistoryModel</name>
    <message>
      <source>Sketch</source>
      <translation>Vergleichsbild</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Made (UTC)</source>
      <translation>Gesucht (UTC)</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Listed</source>
      <translation>Gelistet</translation>
    </message>
    <message>
      <source>Verdict on the list</source>
      <translation>Urteil über die Liste</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>The first candidate stands out</source>
      <translation>Der erste Kandidat sticht hervor</translation>
    </message>
    <message>
      <source>Nothing stands out</source>
      <translation>Niemand sticht hervor</translation>
    </message>
  </context>
  <context>
    <name>HistoryStep</name>
    <message>
      <source>Searches of this case</source>
      <translation>Suchen dieses Falls</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
      <source>&amp;Repeat and verify</source>
      <translation>&amp;Wiederholen und prüfen</translation>
    </message>
    <message>
      <source>Search again with &amp;changes</source>
      <translation>Mit &amp;Änderungen neu suchen</translation>
    </message>
    <message>
      <source>Search {} is being repeated…</source>
      <translation>Suche {} wird wiederholt …</translation>
    </message>
    <message>
      <source>Repeating search {}</source>
      <translation>Suche {} wird wiederholt</translation>
    </message>
    <message>
      <source>Search {} was repeated and came out exactly as recorded, to the last bit.</source>
      <translation>Suche {} wurde wiederholt und ergab genau das Aufgezeichnete, bis auf das letzte Bit.</translation>
    </message>
    <message>
      <source>The ranking of search {} came out exactly as recorded.</source>
      <translation>Die Rangfolge der Suche {} ergab sich genau wie aufgezeichnet.</translation>
    </message>
    <message>
      <source>Search {} did NOT come out as recorded.</source>
      <translation>Suche {} ergab NICHT das Aufgezeichnete.</translation>
    </message>
    <message>
      <source>No searches yet</source>
      <translation>Noch keine Suchen</translation>
    </message>
    <message>
      <source>Searches made under this case are kept here for good, each with its whole record.</source>
      <translation>Suchen in diesem Fall bleiben hier dauerhaft, jede mit ihrer ganzen Aufzeichnung.</translation>
    </message>
  </context>
  <context>
    <name>HoldDialog</name>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>for example: appeal pending</source>
      <translation>zum Beispiel: Berufung anhängig</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Aktenzeichen</translation>
    </message>
    <message>
      <source>for example: court order 12/2026</source>
      <translation>zum Beispiel: Beschluss 12/2026</translation>
    </message>
    <message>
      <source>&amp;Reason</source>
      <translation>&amp;Grund</translation>
    </message>
    <message>
      <source>Re&amp;ference</source>
      <translation>Akten&amp;zeichen</translation>
    </message>
    <message>
      <source>Both stand in the audit log.</source>
      <translation>Beides steht im Protokoll.</translation>
    </message>
  </context>
  <context>
    <name>Holding</name>
    <message>
      <source>&amp;Hold</source>
      <translation>&amp;Sperre</translation>
    </message>
    <message>
      <source>&amp;Place a hold on the people chosen…</source>
      <translation>Gewählte Personen &amp;sperren …</translation>
    </message>
    <message>
      <source>&amp;Lift the holds of the people chosen…</source>
      <translation>Sperren der gewählten Personen auf&amp;heben …</translation>
    </message>
    <message>
      <source>Place a hold</source>
      <translation>Löschsperre setzen</translation>
    </message>
    <message>
      <source>People chosen: {}. While they are on hold, they can be neither purged nor expunged nor removed, whatever their retention date says.</source>
      <translation>Gewählte Personen: {}. Solange sie gesperrt sind, können sie weder nach Fristablauf noch auf Anordnung gelöscht oder entfernt werden.</translation>
    </message>
    <message>
      <source>&amp;Place the hold</source>
      <translation>Sperre &amp;setzen</translation>
    </message>
    <message>
      <source>Lift holds</source>
      <translation>Löschsperren aufheben</translation>
    </message>
    <message>
      <source>People chosen: {}. All holds on these people themselves are lifted. A hold on a case stays and goes on to keep everybody on its candidate lists.</source>
      <translation>Gewählte Personen: {}. Alle Sperren auf diesen Personen selbst werden aufgehoben. Die Sperre eines Falls bleibt und bewahrt weiter alle auf seinen Kandidatenlisten.</translation>
    </message>
    <message>
      <source>&amp;Lift the holds</source>
      <translation>Sperren &amp;aufheben</translation>
    </message>
    <message>
      <source>Holds placed: {}.</source>
      <translation>Gesetzte Sperren: {}.</translation>
    </message>
    <message>
      <source>Holds lifted: {}. Holds on cases stay.</source>
      <translation>Aufgehobene Sperren: {}. Sperren von Fällen bleiben.</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Import photos</source>
      <translation>Fotos einlesen</translation>
    </message>
    <message>
      <source>Looking at {}…</source>
      <translation>{} wird angesehen …</translation>
    </message>
    <message>
      <source>The first rows</source>
      <translation>Die ersten Zeilen</translation>
    </message>
    <message>
      <source>&amp;Import</source>
      <translation>&amp;Einlesen</translation>
    </message>
    <message>
      <source>{} names photos and people. Check which column holds what; the first rows are shown.</source>
      <translation>{} nennt Fotos und Personen. Prüfen Sie, welche Spalte was enthält; die ersten Zeilen werden gezeigt.</translation>
    </message>
    <message>
      <source>{} is a folder. Photos in a folder of their own belong to the subject that it is named after; photos that lie directly in it are subjects of their own, named after their files.</source>
      <translation>{} ist ein Ordner. Fotos in einem eigenen Unterordner gehören zu der Person, nach der er benannt ist; Fotos, die direkt darin liegen, sind eigene Personen, benannt nach ihren Dateien.</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>not in this file</source>
      <translation>nicht in dieser Datei</translation>
    </message>
    <message>
      <source>31.12.2020 or 31/12/2020</source>
      <translation>31.12.2020 oder 31/12/2020</translation>
    </message>
    <message>
      <source>12/31/2020</source>
      <translation>12/31/2020</translation>
    </message>
    <message>
      <source>Dates are written</source>
      <translation>Schreibweise der Daten</translation>
    </message>
    <message>
      <source>Choose the column for: {}.</source>
      <translation>Wählen Sie die Spalte für: {}.</translation>
    </message>
    <message>
      <source>These columns are chosen twice: {}.</source>
      <translation>Diese Spalten sind doppelt gewählt: {}.</translation>
    </message>
    <message>
      <source>These columns are ignored: {}.</source>
      <translation>Diese Spalten werden übergangen: {}.</translation>
    </message>
    <message>
      <source>ignored</source>
      <translation>übergangen</translation>
    </message>
    <message>
      <source>Photo file</source>
      <translation>Fotodatei</translation>
    </message>
    <message>
      <source>Subject id</source>
      <translation>Personenkennung</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <source>Year or date of birth</source>
      <translation>Geburtsjahr oder -datum</translation>
    </message>
    <message>
      <source>Ethnicity</source>
      <translation>Ethnie</translation>
    </message>
    <message>
      <source>Booking date</source>
      <translation>Aufnahmedatum</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Keep until</source>
      <translation>Aufbewahren bis</translation>
    </message>
  </context>
  <context>
    <name>ImportResults</name>
    <message>
      <source>Results of the import of {}</source>
      <translation>Ergebnisse des Einlesens von {}</translation>
    </message>
    <message>
      <source>&amp;Export as CSV…</source>
      <translation>Als CSV &amp;exportieren …</translation>
    </message>
    <message>
      <source>&amp;Retry failures</source>
      <translation>Gescheiterte &amp;wiederholen</translation>
    </message>
    <message>
      <source>Try what failed of {} once more; what is enrolled is left alone</source>
      <translation>Was von {} nicht gelang, noch einmal versuchen; was aufgenommen ist, bleibt unberührt</translation>
    </message>
    <message>
      <source>Written to {}.</source>
      <translation>Nach {} geschrieben.</translation>
    </message>
    <message>
      <source>Not usable ({})</source>
      <translation>Nicht brauchbar ({})</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Near duplicates ({})</source>
      <translation>Beinahe-Dubletten ({})</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Enrolled ({})</source>
      <translation>Aufgenommen ({})</translation>
    </message>
    <message>
      <source>Known already ({})</source>
      <translation>Schon bekannt ({})</translation>
    </message>
    <message>
      <source>Export results</source>
      <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV-Dateien (*.csv)</translation>
    </message>
  </context>
  <context>
    <name>ImportRun</name>
    <message>
      <source>Import of {}</source>
      <translation>Einlesen von {}</translation>
    </message>
  </context>
  <context>
    <name>ImportStrip</name>
    <message>
      <source>Progress of the import</source>
      <translation>Fortschritt des Einlesens</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>An&amp;halten</translation>
    </message>
    <message>
      <source>St&amp;op import</source>
      <translation>Einlesen &amp;abbrechen</translation>
    </message>
    <message>
      <source>Sho&amp;w results</source>
      <translation>Ergebnisse &amp;zeigen</translation>
    </message>
    <message>
      <source>Put this line away</source>
      <translation>Diese Zeile wegräumen</translation>
    </message>
    <message>
      <source>&amp;Go on</source>
      <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
      <source>Importing {name}: {done} of {total} files</source>
      <translation>{name} wird eingelesen: {done} von {total} Dateien</translation>
    </message>
    <message>
      <source>Looking through {}…</source>
      <translation>{} wird durchgesehen …</translation>
    </message>
    <message>
      <source>Paused at {done} of {total} files. What is enrolled stays.</source>
      <translation>Angehalten bei {done} von {total} Dateien. Was aufgenommen ist, bleibt.</translation>
    </message>
    <message>
      <source>The import of {} is finished.</source>
      <translation>Das Einlesen von {} ist fertig.</translation>
    </message>
    <message>
      <source>The import of {} was stopped. What is enrolled stays.</source>
      <translation>Das Einlesen von {} wurde abgebrochen. Was aufgenommen ist, bleibt.</translation>
    </message>
    <message>
      <source>Enrolled: {enrolled} · Known already: {known} · Near duplicates: {near} · Not usable: {failed}</source>
      <translation>Aufgenommen: {enrolled} · Schon bekannt: {known} · Beinahe-Dubletten: {near} · Nicht brauchbar: {failed}</translation>
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>Import a folder of photos</source>
      <translation>Einen Ordner mit Fotos einlesen</translation>
    </message>
    <message>
      <source>Tables (*.csv *.jsonl *.json *.ndjson);;All files (*)</source>
      <translation>Tabellen (*.csv *.jsonl *.json *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Import a CSV or JSON Lines file</source>
      <translation>Eine CSV- oder JSON-Lines-Datei einlesen</translation>
    </message>
    <message>
      <source>Transactions ({});;All files (*)</source>
      <translation>Transaktionen ({});;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Import a Type-10 transaction</source>
      <translation>Type-10-Transaktion importieren</translation>
    </message>
    <message>
      <source>{} is being imported. Wait until it is finished, or stop it.</source>
      <translation>{} wird gerade eingelesen. Warten Sie, bis es fertig ist, oder brechen Sie es ab.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Einlesen</translation>
    </message>
  </context>
  <context>
    <name>KeyPassphraseDialog</name>
    <message>
      <source>Passphrase of the key</source>
      <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>&amp;Passphrase</translation>
    </message>
    <message>
      <source>&amp;Open the key</source>
      <translation>Schlüssel ö&amp;ffnen</translation>
    </message>
  </context>
  <context>
    <name>LibraryCard</name>
    <message>
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <source>&amp;Open or make another…</source>
      <translation>Andere ö&amp;ffnen oder anlegen …</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Holds photos, cases, searches and the audit log. A folder with other files is refused.</source>
      <translation>Enthält Fotos, Fälle, Suchen und das Protokoll. Ein Ordner mit fremden Dateien wird abgelehnt.</translation>
    </message>
    <message>
      <source>Policy profile</source>
      <translation>Regelwerk</translation>
    </message>
    <message>
      <source>The rules of this library. Changing them is written into the audit log, with before and after.</source>
      <translation>Die Regeln dieser Bibliothek. Ein Wechsel steht mit Vorher und Nachher im Protokoll.</translation>
    </message>
  </context>
  <context>
    <name>LibraryNote</name>
    <message>
      <source>Library: {}</source>
      <translation>Bibliothek: {}</translation>
    </message>
  </context>
  <context>
    <name>LibraryStep</name>
    <message>
      <source>Where should the library be kept?</source>
      <translation>Wo soll die Bibliothek liegen?</translation>
    </message>
    <message>
      <source>A library is a folder on this computer. It holds the photos of the gallery, the cases with their searches, and the audit log. Nothing of it leaves this computer.</source>
      <translation>Eine Bibliothek ist ein Ordner auf diesem Rechner. Sie enthält die Fotos der Galerie, die Fälle mit ihren Suchen und das Protokoll. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
      <source>Folder of the library</source>
      <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
      <source>&amp;Encrypt the library with a passphrase</source>
      <translation>Bibliothek mit einer Passphrase &amp;verschlüsseln</translation>
    </message>
    <message>
      <source>Without it, keep the drive encrypted (BitLocker, FileVault, LUKS): whoever takes the computer could read everything otherwise. It can be encrypted later in the settings.</source>
      <translation>Ohne sie sollte das Laufwerk verschlüsselt sein (BitLocker, FileVault, LUKS): Sonst könnte alles lesen, wer den Rechner mitnimmt. Verschlüsseln lässt sie sich auch später in den Einstellungen.</translation>
    </message>
    <message>
      <source>Name a folder.</source>
      <translation>Nennen Sie einen Ordner.</translation>
    </message>
    <message>
      <source>The library was made in this folder.</source>
      <translation>Die Bibliothek wurde in diesem Ordner angelegt.</translation>
    </message>
    <message>
      <source>There is a library in this folder already: it will be opened as it is.</source>
      <translation>In diesem Ordner liegt schon eine Bibliothek: Sie wird geöffnet, wie sie ist.</translation>
    </message>
    <message>
      <source>The folder will be made if it is missing. It must be empty.</source>
      <translation>Der Ordner wird angelegt, wenn er fehlt. Er muss leer sein.</translation>
    </message>
  </context>
  <context>
    <name>ListStep</name>
    <message>
      <source>The list was written to {}.</source>
      <translation>Die Liste wurde nach {} geschrieben.</translation>
    </message>
    <message>
      <source>Enter or a double click opens a candidate on the page Review.</source>
      <translation>Enter oder ein Doppelklick öffnet einen Kandidaten auf der Seite Prüfung.</translation>
    </message>
    <message>
      <source>Candidates: {}</source>
      <translation>Kandidaten: {}</translation>
    </message>
    <message>
      <source>{} of {} candidates</source>
      <translation>{} von {} Kandidaten</translation>
    </message>
    <message>
      <source>Export the list</source>
      <translation>Liste exportieren</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <source>Whole record (*.json)</source>
      <translation>Ganze Aufzeichnung (*.json)</translation>
    </message>
  </context>
  <context>
    <name>ListToolbar</name>
    <message>
      <source>Cards</source>
      <translation>Karten</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Size of the cards</source>
      <translation>Größe der Karten</translation>
    </message>
    <message>
      <source>Record of this search</source>
      <translation>Aufzeichnung dieser Suche</translation>
    </message>
    <message>
      <source>&amp;Report</source>
      <translation>&amp;Bericht</translation>
    </message>
    <message>
      <source>&amp;More</source>
      <translation>&amp;Mehr</translation>
    </message>
    <message>
      <source>Order of the candidates</source>
      <translation>Reihenfolge der Kandidaten</translation>
    </message>
    <message>
      <source>By rank</source>
      <translation>Nach Rang</translation>
    </message>
    <message>
      <source>By subject</source>
      <translation>Nach Person</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Nach Name</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>Nach Status</translation>
    </message>
    <message>
      <source>Which candidates are shown</source>
      <translation>Welche Kandidaten gezeigt werden</translation>
    </message>
    <message>
      <source>All candidates</source>
      <translation>Alle Kandidaten</translation>
    </message>
    <message>
      <source>Bookmarked</source>
      <translation>Vorgemerkte</translation>
    </message>
    <message>
      <source>&amp;Export the list (CSV, JSON)…</source>
      <translation>Liste &amp;exportieren (CSV, JSON) …</translation>
    </message>
    <message>
      <source>&amp;Repeat and verify</source>
      <translation>&amp;Wiederholen und prüfen</translation>
    </message>
    <message>
      <source>Search &amp;again with changes</source>
      <translation>Mit &amp;Änderungen neu suchen</translation>
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
      <source>Lock the session</source>
      <translation>Die Sitzung sperren</translation>
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
    <name>MeasureDialog</name>
    <message>
      <source>Measure both models</source>
      <translation>Beide Modelle messen</translation>
    </message>
    <message>
      <source>What the trainer measured</source>
      <translation>Was der Trainer gemessen hat</translation>
    </message>
    <message>
      <source>Measuring… A is the chosen model, B the one it is compared with.</source>
      <translation>Messung läuft … A ist das gewählte Modell, B das, mit dem es verglichen wird.</translation>
    </message>
    <message>
      <source>Measured.</source>
      <translation>Gemessen.</translation>
    </message>
    <message>
      <source>This did not work.</source>
      <translation>Das hat nicht geklappt.</translation>
    </message>
  </context>
  <context>
    <name>ModelCard</name>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Reading the model…</source>
      <translation>Modell wird gelesen …</translation>
    </message>
    <message>
      <source>&amp;Verify</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <source>Files of the model</source>
      <translation>Dateien des Modells</translation>
    </message>
    <message>
      <source>Reads every file again and compares its hash with the one in the manifest.</source>
      <translation>Liest jede Datei neu und vergleicht ihren Hashwert mit dem im Manifest.</translation>
    </message>
    <message>
      <source>{name}
SHA-256 of its manifest: {id}
Licence: {licence}</source>
      <translation>{name}
SHA-256 des Manifests: {id}
Lizenz: {licence}</translation>
    </message>
    <message>
      <source>{name}: of {sketches} sketches among {photos} photos, the person was first for a share of {first}, and among the first ten for {ten}.</source>
      <translation>{name}: Bei {sketches} Vergleichsbildern unter {photos} Fotos stand die Person für einen Anteil von {first} an erster Stelle, für {ten} unter den ersten zehn.</translation>
    </message>
    <message>
      <source>All files are what the manifest says: {}.</source>
      <translation>Alle Dateien sind, was das Manifest sagt: {}.</translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>{} ({})</source>
      <translation>{} ({})</translation>
    </message>
  </context>
  <context>
    <name>NearDuplicates</name>
    <message>
      <source>Photos that look almost alike</source>
      <translation>Fotos, die fast gleich aussehen</translation>
    </message>
    <message>
      <source>Imported now: {}</source>
      <translation>Jetzt eingelesen: {}</translation>
    </message>
    <message>
      <source>Enrolled before: {file} of subject {subject}</source>
      <translation>Früher aufgenommen: {file} der Person {subject}</translation>
    </message>
  </context>
  <context>
    <name>NewAccountDialog</name>
    <message>
      <source>New account</source>
      <translation>Neues Konto</translation>
    </message>
    <message>
      <source>Tell the password in person: its owner has to choose another one at the first sign-in.</source>
      <translation>Nennen Sie das Passwort persönlich: Bei der ersten Anmeldung muss ein anderes gewählt werden.</translation>
    </message>
    <message>
      <source>&amp;Create</source>
      <translation>&amp;Anlegen</translation>
    </message>
  </context>
  <context>
    <name>NewKeyDialog</name>
    <message>
      <source>New signing key</source>
      <translation>Neuer Signaturschlüssel</translation>
    </message>
    <message>
      <source>From now on, packages and anchors are signed with a new key. The files of the old key stay in their folder under its name: what it signed is checked with its public key. Tell the new fingerprint to everybody who checks. Without a passphrase, whoever can use your account can sign.</source>
      <translation>Von jetzt an signiert ein neuer Schlüssel Pakete und Anker. Die Dateien des alten bleiben unter seinem Namen im Ordner: Was er signiert hat, wird mit seinem öffentlichen Schlüssel geprüft. Nennen Sie den neuen Fingerabdruck allen, die prüfen. Ohne Passphrase kann signieren, wer Ihr Benutzerkonto verwenden kann.</translation>
    </message>
    <message>
      <source>&amp;Passphrase (may be empty)</source>
      <translation>&amp;Passphrase (darf leer bleiben)</translation>
    </message>
    <message>
      <source>Passphrase a&amp;gain</source>
      <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
      <source>&amp;Make a new key</source>
      <translation>Neuen Schlüssel &amp;erzeugen</translation>
    </message>
  </context>
  <context>
    <name>NewRecoveryKeyDialog</name>
    <message>
      <source>New recovery key</source>
      <translation>Neuer Wiederherstellungsschlüssel</translation>
    </message>
    <message>
      <source>The recovery key shown before does not hold any more.</source>
      <translation>Der zuvor gezeigte Wiederherstellungsschlüssel gilt dann nicht mehr.</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>&amp;Passphrase</translation>
    </message>
    <message>
      <source>&amp;Make a new one</source>
      <translation>&amp;Neuen erzeugen</translation>
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <source>,</source>
      <translation>.</translation>
    </message>
  </context>
  <context>
    <name>OcclusionPlot</name>
    <message>
      <source>Sketch with the places that the likeness rests on</source>
      <translation>Vergleichsbild mit den Stellen, auf denen die Ähnlichkeit beruht</translation>
    </message>
  </context>
  <context>
    <name>OpenCaseDialog</name>
    <message>
      <source>Open a case</source>
      <translation>Fall anlegen</translation>
    </message>
    <message>
      <source>Every search belongs to a case. A case is never changed afterwards, only closed.</source>
      <translation>Jede Suche gehört zu einem Fall. Ein Fall wird danach nie geändert, nur geschlossen.</translation>
    </message>
    <message>
      <source>* mandatory</source>
      <translation>* Pflichtangabe</translation>
    </message>
    <message>
      <source>Case &amp;number *</source>
      <translation>Fall&amp;nummer *</translation>
    </message>
    <message>
      <source>for example 2026-117</source>
      <translation>zum Beispiel 2026-117</translation>
    </message>
    <message>
      <source>&amp;Offence or purpose *</source>
      <translation>&amp;Delikt oder Zweck *</translation>
    </message>
    <message>
      <source>for example robbery</source>
      <translation>zum Beispiel Raub</translation>
    </message>
    <message>
      <source>Legal &amp;authority *</source>
      <translation>&amp;Rechtsgrundlage *</translation>
    </message>
    <message>
      <source>for example court order 12/2026</source>
      <translation>zum Beispiel Beschluss 12/2026</translation>
    </message>
    <message>
      <source>&amp;Requested by *</source>
      <translation>&amp;Auftraggeber *</translation>
    </message>
    <message>
      <source>who asks for the search</source>
      <translation>wer um die Suche bittet</translation>
    </message>
    <message>
      <source>Open case</source>
      <translation>Fall anlegen</translation>
    </message>
  </context>
  <context>
    <name>OptionsPanel</name>
    <message>
      <source>By policy</source>
      <translation>Nach Profil</translation>
    </message>
    <message>
      <source>A4</source>
      <translation>A4</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>Letter</translation>
    </message>
    <message>
      <source>Candidates shown side by side with the sketch, a page each</source>
      <translation>Kandidaten neben dem Vergleichsbild, je eine Seite</translation>
    </message>
    <message>
      <source>Pa&amp;per</source>
      <translation>&amp;Papier</translation>
    </message>
    <message>
      <source>P&amp;lates</source>
      <translation>Bild&amp;tafeln</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>Optionen</translation>
    </message>
    <message>
      <source>Candidates shown side by side with the sketch, a page each.</source>
      <translation>Kandidaten neben dem Vergleichsbild, je eine Seite.</translation>
    </message>
    <message>
      <source>What is left out is named at the report's end.</source>
      <translation>Was weggelassen wird, steht am Ende des Berichts.</translation>
    </message>
    <message>
      <source>&amp;Image quality</source>
      <translation>Bild&amp;qualität</translation>
    </message>
    <message>
      <source>&amp;Validation figures</source>
      <translation>&amp;Validierungswerte</translation>
    </message>
  </context>
  <context>
    <name>OriginForm</name>
    <message>
      <source>The policy profile “{profile}” asks for these details of the sketch: {details}.</source>
      <translation>Das Regelwerk „{profile}“ verlangt diese Angaben zum Vergleichsbild: {details}.</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
      <source>In the words of the witness</source>
      <translation>In den Worten des Zeugen</translation>
    </message>
    <message>
      <source>{} (needed)</source>
      <translation>{} (nötig)</translation>
    </message>
    <message>
      <source>The policy profile asks for this.</source>
      <translation>Das Regelwerk verlangt diese Angabe.</translation>
    </message>
    <message>
      <source>&amp;Kind of sketch</source>
      <translation>&amp;Art des Vergleichsbilds</translation>
    </message>
    <message>
      <source>&amp;Artist or system</source>
      <translation>&amp;Zeichner oder System</translation>
    </message>
    <message>
      <source>&amp;Witness (number)</source>
      <translation>Ze&amp;uge (Nummer)</translation>
    </message>
    <message>
      <source>Date of the &amp;incident</source>
      <translation>Datum der &amp;Tat</translation>
    </message>
    <message>
      <source>Date of the i&amp;nterview</source>
      <translation>Datum der &amp;Befragung</translation>
    </message>
    <message>
      <source>&amp;Description</source>
      <translation>Be&amp;schreibung</translation>
    </message>
    <message>
      <source>Not recorded</source>
      <translation>Nicht verzeichnet</translation>
    </message>
    <message>
      <source>Hand-drawn</source>
      <translation>Handgezeichnet</translation>
    </message>
    <message>
      <source>Composite</source>
      <translation>Zusammengesetzt</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Anderes</translation>
    </message>
  </context>
  <context>
    <name>OtherPrograms</name>
    <message>
      <source>The case on the desk was erased by another program. Nothing of it is shown or kept here.</source>
      <translation>Der gewählte Fall wurde von einem anderen Programm gelöscht. Hier wird nichts mehr davon gezeigt oder aufbewahrt.</translation>
    </message>
  </context>
  <context>
    <name>OutputCard</name>
    <message>
      <source>Reports and pictures</source>
      <translation>Berichte und Bilder</translation>
    </message>
    <message>
      <source>By the policy profile</source>
      <translation>Nach dem Regelprofil</translation>
    </message>
    <message>
      <source>US Letter</source>
      <translation>US Letter</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Papier</translation>
    </message>
    <message>
      <source>What a report is laid out for, unless changed there.</source>
      <translation>Wofür ein Bericht gesetzt wird, wenn dort nichts anderes gewählt ist.</translation>
    </message>
    <message>
      <source>Size of thumbnails</source>
      <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
      <source>In the picture view of the gallery, from its next opening.</source>
      <translation>In der Bildansicht der Galerie, ab dem nächsten Öffnen.</translation>
    </message>
  </context>
  <context>
    <name>PackageCheckDialog</name>
    <message>
      <source>Check a case package</source>
      <translation>Fallpaket prüfen</translation>
    </message>
    <message>
      <source>Progress of the check</source>
      <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Wird geprüft …</translation>
    </message>
    <message>
      <source>Sound: nothing was changed since the package was signed.</source>
      <translation>Unversehrt: Seit das Paket signiert wurde, wurde nichts geändert.</translation>
    </message>
    <message>
      <source>Not sound: 1 thing does not hold.</source>
      <translation>Nicht unversehrt: 1 Sache stimmt nicht.</translation>
    </message>
    <message>
      <source>Not sound: {} things do not hold.</source>
      <translation>Nicht unversehrt: {} Sachen stimmen nicht.</translation>
    </message>
    <message>
      <source>Does not hold either</source>
      <translation>Stimmt auch nicht</translation>
    </message>
    <message>
      <source>To know</source>
      <translation>Zu wissen</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Stimmt</translation>
    </message>
    <message>
      <source>The package could not be checked.</source>
      <translation>Das Paket konnte nicht geprüft werden.</translation>
    </message>
  </context>
  <context>
    <name>PackageContents</name>
    <message>
      <source>Files in the package</source>
      <translation>Dateien im Paket</translation>
    </message>
    <message>
      <source>Text of the file</source>
      <translation>Text der Datei</translation>
    </message>
    <message>
      <source>Picture of the file</source>
      <translation>Bild der Datei</translation>
    </message>
    <message>
      <source>Save a co&amp;py of this file…</source>
      <translation>Ko&amp;pie dieser Datei speichern …</translation>
    </message>
    <message>
      <source>Written: {}</source>
      <translation>Geschrieben: {}</translation>
    </message>
    <message>
      <source>This file is not shown here. Save a copy to open it with another program.</source>
      <translation>Diese Datei wird hier nicht gezeigt. Speichern Sie eine Kopie, um sie mit einem anderen Programm zu öffnen.</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>Kopie speichern</translation>
    </message>
  </context>
  <context>
    <name>PackageDialog</name>
    <message>
      <source>Package of the case {}</source>
      <translation>Paket des Falls {}</translation>
    </message>
    <message>
      <source>The candidates' &amp;photos, as originals</source>
      <translation>Die &amp;Fotos der Kandidaten, als Originale</translation>
    </message>
    <message>
      <source>The &amp;whole audit log, with entries of other cases</source>
      <translation>Das &amp;ganze Protokoll, mit Einträgen anderer Fälle</translation>
    </message>
    <message>
      <source>Signed with the key of this computer.</source>
      <translation>Signiert mit dem Schlüssel dieses Rechners.</translation>
    </message>
    <message>
      <source>Progress of the package</source>
      <translation>Fortschritt des Pakets</translation>
    </message>
    <message>
      <source>&amp;Make the package…</source>
      <translation>Paket &amp;erstellen …</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation>&amp;Anhalten</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <source>The package is signed with the key of this computer, which is under a passphrase.</source>
      <translation>Das Paket wird mit dem Schlüssel dieses Rechners signiert; ihn schützt eine Passphrase.</translation>
    </message>
    <message>
      <source>Making the package…</source>
      <translation>Das Paket wird erstellt …</translation>
    </message>
    <message>
      <source>Make a case package</source>
      <translation>Fallpaket erstellen</translation>
    </message>
    <message>
      <source>Case package (*.zip)</source>
      <translation>Fallpaket (*.zip)</translation>
    </message>
    <message>
      <source>Stopped. No package was written.</source>
      <translation>Angehalten. Es wurde kein Paket geschrieben.</translation>
    </message>
    <message>
      <source>Signed with the key of this computer:
{}</source>
      <translation>Signiert mit dem Schlüssel dieses Rechners:
{}</translation>
    </message>
    <message>
      <source>Signed with the key of this computer, which is made with the first package.</source>
      <translation>Signiert mit dem Schlüssel dieses Rechners, der mit dem ersten Paket erzeugt wird.</translation>
    </message>
    <message>
      <source>The package holds {files} files and was signed.

SHA-256 of its manifest, as the audit log has it:
{manifest}

Fingerprint of the key; tell it to whoever checks the package by another way than this file:
{fingerprint}</source>
      <translation>Das Paket enthält {files} Dateien und ist signiert.

SHA-256 seines Manifests, wie es im Protokoll steht:
{manifest}

Fingerabdruck des Schlüssels; nennen Sie ihn dem Prüfer auf anderem Weg als mit dieser Datei:
{fingerprint}</translation>
    </message>
    <message>
      <source>Written: {}</source>
      <translation>Geschrieben: {}</translation>
    </message>
    <message>
      <source>One file with everything that the case rests on: every search with its sketch, record, whole list, reviews and report, and the entries of the audit log. Whoever gets it can check without a library that nothing was changed.</source>
      <translation>Eine Datei mit allem, worauf der Fall beruht: jede Suche mit Vergleichsbild, Datensatz, ganzer Liste, Beurteilungen und Bericht, dazu die Einträge des Protokolls. Wer sie bekommt, kann ohne Bibliothek prüfen, dass nichts geändert wurde.</translation>
    </message>
    <message>
      <source>Also put in</source>
      <translation>Außerdem hinein</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Pages of the report</source>
      <translation>Seiten des Berichts</translation>
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
      <source>Waiting</source>
      <translation>Offenes</translation>
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
    <message>
      <source>Accounts</source>
      <translation>Konten</translation>
    </message>
  </context>
  <context>
    <name>ParametersForm</name>
    <message>
      <source>&amp;Best photo</source>
      <translation>&amp;Bestes Foto</translation>
    </message>
    <message>
      <source>M&amp;ean over photos</source>
      <translation>Mi&amp;ttel über die Fotos</translation>
    </message>
    <message>
      <source>&amp;New seed</source>
      <translation>&amp;Neuer Startwert</translation>
    </message>
    <message>
      <source>&amp;Defaults</source>
      <translation>&amp;Vorgaben</translation>
    </message>
    <message>
      <source>Put all of these back to the defaults of the settings</source>
      <translation>Alles auf die Vorgaben der Einstellungen zurücksetzen</translation>
    </message>
    <message>
      <source>&amp;Length of the list</source>
      <translation>&amp;Länge der Liste</translation>
    </message>
    <message>
      <source>How many candidates are listed (K).</source>
      <translation>Wie viele Kandidaten gelistet werden (K).</translation>
    </message>
    <message>
      <source>&amp;Samples</source>
      <translation>&amp;Proben</translation>
    </message>
    <message>
      <source>How many photos the model imagines for the sketch (m). More make the order steadier.</source>
      <translation>Wie viele Fotos sich das Modell zum Vergleichsbild vorstellt (m). Mehr machen die Reihenfolge stetiger.</translation>
    </message>
    <message>
      <source>A person with several photos counts by</source>
      <translation>Bei mehreren Fotos einer Person zählt</translation>
    </message>
    <message>
      <source>The photo that fits best: good when photos differ in age or pose.</source>
      <translation>Das am besten passende Foto: gut, wenn sich die Fotos in Alter oder Haltung unterscheiden.</translation>
    </message>
    <message>
      <source>All photos together: one photo that fits by chance weighs less.</source>
      <translation>Alle Fotos zusammen: Ein zufällig passendes Foto wiegt weniger.</translation>
    </message>
    <message>
      <source>See&amp;d</source>
      <translation>&amp;Startwert</translation>
    </message>
    <message>
      <source>The same seed repeats a search exactly; another one shows how steady the list is (0 to {}).</source>
      <translation>Derselbe Startwert wiederholt eine Suche genau; ein anderer zeigt, wie stetig die Liste ist (0 bis {}).</translation>
    </message>
  </context>
  <context>
    <name>PassphraseDialog</name>
    <message>
      <source>Change the passphrase</source>
      <translation>Passphrase ändern</translation>
    </message>
    <message>
      <source>Nothing is encrypted anew. The recovery key goes on to hold.</source>
      <translation>Nichts wird neu verschlüsselt. Der Wiederherstellungsschlüssel gilt weiter.</translation>
    </message>
    <message>
      <source>&amp;Present passphrase</source>
      <translation>&amp;Bisherige Passphrase</translation>
    </message>
    <message>
      <source>&amp;New passphrase</source>
      <translation>&amp;Neue Passphrase</translation>
    </message>
    <message>
      <source>New passphrase a&amp;gain</source>
      <translation>Neue Passphrase &amp;wiederholen</translation>
    </message>
    <message>
      <source>C&amp;hange</source>
      <translation>Ä&amp;ndern</translation>
    </message>
  </context>
  <context>
    <name>PasswordRules</name>
    <message>
      <source>At least {} characters of any kind, spaces too. Not the name of the account, and not mostly common words, rows of keys or repetitions: several words that do not belong together are good.</source>
      <translation>Mindestens {} beliebige Zeichen, auch Leerzeichen. Nicht der Name des Kontos und nicht vor allem häufige Wörter, Tastenreihen oder Wiederholungen: Mehrere Wörter, die nicht zusammengehören, sind gut.</translation>
    </message>
    <message>
      <source>{} of at least {} characters.</source>
      <translation>{} von mindestens {} Zeichen.</translation>
    </message>
    <message>
      <source>This password can be used.</source>
      <translation>Dieses Passwort ist brauchbar.</translation>
    </message>
  </context>
  <context>
    <name>PeopleCard</name>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Manage &amp;accounts…</source>
      <translation>Konten &amp;verwalten …</translation>
    </message>
    <message>
      <source>Change my pass&amp;word…</source>
      <translation>Mein Pass&amp;wort ändern …</translation>
    </message>
    <message>
      <source>&amp;Use accounts…</source>
      <translation>&amp;Konten verwenden …</translation>
    </message>
    <message>
      <source>E&amp;nd accounts…</source>
      <translation>Konten &amp;beenden …</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Konten</translation>
    </message>
    <message>
      <source>Who may work here, in which roles; passwords that were forgotten, people who left.</source>
      <translation>Wer hier arbeiten darf, in welchen Rollen; vergessene Passwörter, Personen, die gegangen sind.</translation>
    </message>
    <message>
      <source>My password</source>
      <translation>Mein Passwort</translation>
    </message>
    <message>
      <source>Asks for the present one first. After five wrong ones the account is locked for a while.</source>
      <translation>Fragt zuerst nach dem jetzigen. Nach fünf falschen ist das Konto eine Weile gesperrt.</translation>
    </message>
    <message>
      <source>Without accounts</source>
      <translation>Ohne Konten</translation>
    </message>
    <message>
      <source>For when one person is left: nobody signs in then, and every report says so.</source>
      <translation>Wenn nur noch eine Person da ist: Dann meldet sich niemand an, und jeder Bericht sagt das.</translation>
    </message>
    <message>
      <source>With accounts</source>
      <translation>Mit Konten</translation>
    </message>
    <message>
      <source>Everybody signs in with a name and a password, does what the role allows, and stands in the audit log by name. A second examiner can review blind.</source>
      <translation>Jede Person meldet sich mit Name und Passwort an, macht, was die Rolle erlaubt, und steht mit Namen im Protokoll. Eine zweite Person kann blind beurteilen.</translation>
    </message>
    <message>
      <source>{} works in this library alone, without signing in. Every report says so.</source>
      <translation>{} arbeitet in dieser Bibliothek allein, ohne Anmeldung. Jeder Bericht sagt das.</translation>
    </message>
    <message>
      <source>This library has accounts. {} is signed in.</source>
      <translation>Diese Bibliothek hat Konten. {} ist angemeldet.</translation>
    </message>
    <message>
      <source>The accounts of before hold again, and somebody has to sign in. Administrators: {}.</source>
      <translation>Die früheren Konten gelten wieder, und jemand muss sich anmelden. Verwalter: {}.</translation>
    </message>
    <message>
      <source>Use accounts</source>
      <translation>Konten verwenden</translation>
    </message>
  </context>
  <context>
    <name>PeopleStep</name>
    <message>
      <source>How do you want to begin?</source>
      <translation>Womit möchten Sie beginnen?</translation>
    </message>
    <message>
      <source>The library is ready. A gallery can be imported at any time.</source>
      <translation>Die Bibliothek ist bereit. Eine Galerie kann jederzeit eingelesen werden.</translation>
    </message>
    <message>
      <source>&amp;Import a gallery</source>
      <translation>Galerie &amp;einlesen</translation>
    </message>
    <message>
      <source>A folder of photos, or a table in CSV or JSON Lines with the photos beside it.</source>
      <translation>Ein Ordner mit Fotos oder eine Tabelle in CSV oder JSON Lines mit den Fotos daneben.</translation>
    </message>
    <message>
      <source>Open the &amp;demonstration</source>
      <translation>&amp;Vorführung öffnen</translation>
    </message>
    <message>
      <source>Invented people and sketches of them, with a case to search under. Takes a minute.</source>
      <translation>Erfundene Personen und Vergleichsbilder von ihnen, mit einem Fall zum Suchen. Dauert eine Minute.</translation>
    </message>
    <message>
      <source>Start &amp;empty</source>
      <translation>&amp;Leer beginnen</translation>
    </message>
    <message>
      <source>An empty library; open a case first, import later.</source>
      <translation>Eine leere Bibliothek; zuerst einen Fall anlegen, später einlesen.</translation>
    </message>
    <message>
      <source>Progress of the demonstration</source>
      <translation>Fortschritt der Vorführung</translation>
    </message>
    <message>
      <source>Import a folder of photos</source>
      <translation>Einen Ordner mit Fotos einlesen</translation>
    </message>
    <message>
      <source>Loading the model…</source>
      <translation>Modell wird geladen …</translation>
    </message>
  </context>
  <context>
    <name>PersonDialog</name>
    <message>
      <source>Name and qualification of {}</source>
      <translation>Name und Qualifikation von {}</translation>
    </message>
    <message>
      <source>Reports print this for an examiner, beside the account. All of it may stay empty; what was told before stays in the audit log.</source>
      <translation>Berichte drucken dies zu einem Prüfer, neben dem Konto. Alles darf leer bleiben; was vorher angegeben war, bleibt im Protokoll.</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Speichern</translation>
    </message>
    <message>
      <source>Full &amp;name, such as Dr Kofi Osei</source>
      <translation>Voller &amp;Name, etwa Dr. Kofi Osei</translation>
    </message>
    <message>
      <source>&amp;Qualification, as it is to be read in court</source>
      <translation>&amp;Qualifikation, wie sie vor Gericht zu lesen sein soll</translation>
    </message>
    <message>
      <source>&amp;Unit or laboratory</source>
      <translation>&amp;Dienststelle oder Labor</translation>
    </message>
  </context>
  <context>
    <name>PhotoPanel</name>
    <message>
      <source>Photo of the subject</source>
      <translation>Foto der Person</translation>
    </message>
    <message>
      <source>Photos of the subject</source>
      <translation>Fotos der Person</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>kein Datum</translation>
    </message>
  </context>
  <context>
    <name>PhotoStrip</name>
    <message>
      <source>Photos of this subject</source>
      <translation>Fotos dieser Person</translation>
    </message>
    <message>
      <source>✓ nearest, {}</source>
      <translation>✓ am nächsten, {}</translation>
    </message>
  </context>
  <context>
    <name>PlanePlot</name>
    <message>
      <source>Plane of sketch, samples and candidates</source>
      <translation>Ebene von Vergleichsbild, Proben und Kandidaten</translation>
    </message>
  </context>
  <context>
    <name>PlotCard</name>
    <message>
      <source>Save as a picture (PNG)</source>
      <translation>Als Bild speichern (PNG)</translation>
    </message>
    <message>
      <source>Save “{}” as a picture</source>
      <translation>„{}“ als Bild speichern</translation>
    </message>
    <message>
      <source>Save “{}”</source>
      <translation>„{}“ speichern</translation>
    </message>
    <message>
      <source>Picture (*.png)</source>
      <translation>Bild (*.png)</translation>
    </message>
  </context>
  <context>
    <name>PolicyStep</name>
    <message>
      <source>Which rules hold here?</source>
      <translation>Welche Regeln gelten hier?</translation>
    </message>
    <message>
      <source>A policy profile says what a case must record before anything is searched, and how far a search may go. Every change of it stands in the audit log. It can be changed later in the settings.</source>
      <translation>Ein Regelwerk sagt, was ein Fall festhalten muss, bevor gesucht wird, und wie weit eine Suche gehen darf. Jeder Wechsel steht im Protokoll. Es kann später in den Einstellungen gewechselt werden.</translation>
    </message>
    <message>
      <source>What “{}” means:</source>
      <translation>Was „{}“ bedeutet:</translation>
    </message>
  </context>
  <context>
    <name>PoolStep</name>
    <message>
      <source>{} of {} people</source>
      <translation>{} von {} Personen</translation>
    </message>
    <message>
      <source>{} of {} photos will be searched</source>
      <translation>{} von {} Fotos werden durchsucht</translation>
    </message>
    <message>
      <source>Filters rest on what was recorded, which may be wrong or missing. Each one is part of the record and of the report.</source>
      <translation>Filter beruhen auf dem Verzeichneten, das falsch sein oder fehlen kann. Jeder steht in der Aufzeichnung und im Bericht.</translation>
    </message>
    <message>
      <source>Who is searched</source>
      <translation>Wer durchsucht wird</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
  </context>
  <context>
    <name>PurposePanel</name>
    <message>
      <source>A search needs its purpose first: a case with its number, the offence, the legal authority and who requested it. All of them become part of the record.</source>
      <translation>Eine Suche braucht zuerst ihren Zweck: einen Fall mit Nummer, Delikt, Rechtsgrundlage und Auftraggeber. Alles wird Teil der Aufzeichnung.</translation>
    </message>
    <message>
      <source>&amp;Open a case…</source>
      <translation>Fall &amp;anlegen …</translation>
    </message>
    <message>
      <source>&amp;Choose a case</source>
      <translation>Fall &amp;wählen</translation>
    </message>
    <message>
      <source>No case on the desk</source>
      <translation>Kein Fall gewählt</translation>
    </message>
  </context>
  <context>
    <name>RangeDialog</name>
    <message>
      <source>&amp;From</source>
      <translation>&amp;Von</translation>
    </message>
    <message>
      <source>&amp;To</source>
      <translation>&amp;Bis</translation>
    </message>
    <message>
      <source>Recorded in the gallery: {} to {}. Photos without a recorded value are left out.</source>
      <translation>In der Galerie verzeichnet: {} bis {}. Fotos ohne Angabe bleiben außen vor.</translation>
    </message>
  </context>
  <context>
    <name>Readiness</name>
    <message>
      <source>Choose a sketch first: drop a file on the page, paste a picture, or open one.</source>
      <translation>Wählen Sie zuerst ein Vergleichsbild: Datei auf der Seite ablegen, Bild einfügen oder öffnen.</translation>
    </message>
    <message>
      <source>best photo</source>
      <translation>bestes Foto</translation>
    </message>
    <message>
      <source>mean over photos</source>
      <translation>Mittel über die Fotos</translation>
    </message>
    <message>
      <source>{} people, list of {}, {} samples, {}, seed {}</source>
      <translation>{} Personen, Liste von {}, {} Proben, {}, Startwert {}</translation>
    </message>
  </context>
  <context>
    <name>ReasonDialog</name>
    <message>
      <source>Reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>Why; it is kept for good, with your name and the time</source>
      <translation>Warum; es bleibt auf Dauer erhalten, mit Ihrem Namen und der Zeit</translation>
    </message>
  </context>
  <context>
    <name>ReasonEdit</name>
    <message>
      <source>Reason for the decision</source>
      <translation>Begründung der Entscheidung</translation>
    </message>
    <message>
      <source>Reasons given before (arrow down)</source>
      <translation>Früher gegebene Begründungen (Pfeil nach unten)</translation>
    </message>
  </context>
  <context>
    <name>RecoverDialog</name>
    <message>
      <source>Recovery key</source>
      <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
      <source>The recovery key was shown when the library was encrypted. It goes on to hold.</source>
      <translation>Der Wiederherstellungsschlüssel wurde beim Verschlüsseln der Bibliothek gezeigt. Er gilt weiter.</translation>
    </message>
    <message>
      <source>&amp;Recovery key</source>
      <translation>Wiederherstellungs&amp;schlüssel</translation>
    </message>
    <message>
      <source>&amp;New passphrase</source>
      <translation>&amp;Neue Passphrase</translation>
    </message>
    <message>
      <source>New passphrase a&amp;gain</source>
      <translation>Neue Passphrase &amp;wiederholen</translation>
    </message>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Entsperren</translation>
    </message>
  </context>
  <context>
    <name>RecoveryKeyDialog</name>
    <message>
      <source>Recovery key</source>
      <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
      <source>&amp;Done</source>
      <translation>&amp;Fertig</translation>
    </message>
  </context>
  <context>
    <name>RecoveryKeyView</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <source>&amp;Print…</source>
      <translation>&amp;Drucken …</translation>
    </message>
    <message>
      <source>Recovery key of the forensic_id library in {}</source>
      <translation>Wiederherstellungsschlüssel der forensic_id-Bibliothek in {}</translation>
    </message>
    <message>
      <source>Keep it away from the computer. Whoever has it can read the library.</source>
      <translation>Nicht beim Rechner aufbewahren. Wer ihn hat, kann die Bibliothek lesen.</translation>
    </message>
    <message>
      <source>This key unlocks the library when the passphrase is lost. It is shown this once and stored nowhere: write it down or print it, and keep it away from this computer. Without both, nobody can read it.</source>
      <translation>Dieser Schlüssel öffnet die Bibliothek, wenn die Passphrase verloren ist. Er wird nur dieses eine Mal gezeigt und nirgends gespeichert: Schreiben oder drucken Sie ihn, und bewahren Sie ihn nicht bei diesem Rechner auf. Ohne beide kann sie niemand mehr lesen.</translation>
    </message>
    <message>
      <source>Group {}</source>
      <translation>Gruppe {}</translation>
    </message>
    <message>
      <source>Type two of its groups, so that it is sure to be written down:</source>
      <translation>Geben Sie zwei seiner Gruppen ein, damit er sicher notiert ist:</translation>
    </message>
  </context>
  <context>
    <name>Removal</name>
    <message>
      <source>Remove the subject {subject}{name} for good?

Photos, features and originals go too (photos: {photos}). This cannot be undone. The audit log keeps that it was done, by whom and when; records of earlier searches keep their ranking.</source>
      <translation>Die Person {subject}{name} endgültig entfernen?

Fotos, Merkmale und Originale gehen mit (Fotos: {photos}). Das kann nicht rückgängig gemacht werden. Das Protokoll hält fest, dass, von wem und wann es geschah; Aufzeichnungen früherer Suchen behalten ihre Rangfolge.</translation>
    </message>
    <message>
      <source>Remove subject</source>
      <translation>Person entfernen</translation>
    </message>
    <message>
      <source>Remove the photo {file} of the subject {subject} for good?

Its features and original go too. This cannot be undone. The audit log keeps that it was done, by whom and when; records of earlier searches keep their ranking.</source>
      <translation>Das Foto {file} der Person {subject} endgültig entfernen?

Seine Merkmale und sein Original gehen mit. Das kann nicht rückgängig gemacht werden. Das Protokoll hält fest, dass, von wem und wann es geschah; Aufzeichnungen früherer Suchen behalten ihre Rangfolge.</translation>
    </message>
    <message>
      <source>Remove photo</source>
      <translation>Foto entfernen</translation>
    </message>
    <message>
      <source>&amp;Remove for good</source>
      <translation>&amp;Endgültig entfernen</translation>
    </message>
  </context>
  <context>
    <name>ReportPage</name>
    <message>
      <source>Export the report as PDF</source>
      <translation>Bericht als PDF exportieren</translation>
    </message>
    <message>
      <source>Check a signed report</source>
      <translation>Signierten Bericht prüfen</translation>
    </message>
    <message>
      <source>Print the report</source>
      <translation>Bericht drucken</translation>
    </message>
    <message>
      <source>Find in the report</source>
      <translation>Im Bericht suchen</translation>
    </message>
    <message>
      <source>Next place of the text</source>
      <translation>Nächste Fundstelle</translation>
    </message>
    <message>
      <source>Place before</source>
      <translation>Vorige Fundstelle</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Nächste Seite</translation>
    </message>
    <message>
      <source>Page before</source>
      <translation>Vorige Seite</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Erste Seite</translation>
    </message>
    <message>
      <source>Last page</source>
      <translation>Letzte Seite</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>Größer</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>Kleiner</translation>
    </message>
    <message>
      <source>Full width</source>
      <translation>Ganze Breite</translation>
    </message>
    <message>
      <source>Export the report</source>
      <translation>Bericht exportieren</translation>
    </message>
    <message>
      <source>Candidate list (*.csv)</source>
      <translation>Kandidatenliste (*.csv)</translation>
    </message>
    <message>
      <source>Whole record (*.json)</source>
      <translation>Ganze Aufzeichnung (*.json)</translation>
    </message>
    <message>
      <source>Export the search</source>
      <translation>Suche exportieren</translation>
    </message>
    <message>
      <source>Exporting the report</source>
      <translation>Bericht wird exportiert</translation>
    </message>
    <message>
      <source>Exporting the search</source>
      <translation>Suche wird exportiert</translation>
    </message>
    <message>
      <source>Printing the report</source>
      <translation>Bericht wird gedruckt</translation>
    </message>
    <message>
      <source>No search opened</source>
      <translation>Keine Suche geöffnet</translation>
    </message>
    <message>
      <source>A report is made of a stored search. Choose one on the page of its case. A signed report can be dropped here to check it (Ctrl+Shift+K).</source>
      <translation>Ein Bericht entsteht aus einer gespeicherten Suche. Wählen Sie eine auf der Seite ihres Falls. Ein signierter Bericht kann zum Prüfen hier abgelegt werden (Strg+Umschalt+K).</translation>
    </message>
    <message>
      <source>Go to the cases</source>
      <translation>Zu den Fällen</translation>
    </message>
    <message>
      <source>&amp;Export as PDF…</source>
      <translation>Als PDF &amp;exportieren …</translation>
    </message>
    <message>
      <source>P&amp;rint…</source>
      <translation>&amp;Drucken …</translation>
    </message>
    <message>
      <source>List or &amp;record as CSV, JSON…</source>
      <translation>&amp;Liste als CSV, JSON …</translation>
    </message>
    <message>
      <source>&amp;Back to the search</source>
      <translation>&amp;Zurück zur Suche</translation>
    </message>
    <message>
      <source>Making the report…</source>
      <translation>Bericht wird erstellt …</translation>
    </message>
    <message>
      <source>Preview. Nothing was written yet. Export and print are recorded in the audit log.</source>
      <translation>Vorschau. Noch wurde nichts geschrieben. Export und Druck stehen im Protokoll.</translation>
    </message>
    <message>
      <source>Written: {}</source>
      <translation>Geschrieben: {}</translation>
    </message>
    <message>
      <source>1 page was printed.</source>
      <translation>1 Seite wurde gedruckt.</translation>
    </message>
    <message>
      <source>{} pages were printed.</source>
      <translation>{} Seiten wurden gedruckt.</translation>
    </message>
  </context>
  <context>
    <name>RetentionPanel</name>
    <message>
      <source>Keep all until</source>
      <translation>Alle aufbewahren bis</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
      <source>Place a hold…</source>
      <translation>Löschsperre setzen …</translation>
    </message>
    <message>
      <source>Lift the hold…</source>
      <translation>Löschsperre aufheben …</translation>
    </message>
    <message>
      <source>Kept until {}.</source>
      <translation>Aufbewahrt bis {}.</translation>
    </message>
    <message>
      <source>Kept without end.</source>
      <translation>Ohne Frist aufbewahrt.</translation>
    </message>
    <message>
      <source>this person</source>
      <translation>diese Person</translation>
    </message>
    <message>
      <source>case {}</source>
      <translation>Fall {}</translation>
    </message>
    <message>
      <source>On hold since {date}, {on}: {reason}</source>
      <translation>Löschsperre seit {date}, {on}: {reason}</translation>
    </message>
    <message>
      <source>Place a hold</source>
      <translation>Löschsperre setzen</translation>
    </message>
    <message>
      <source>Why? The reason stands in the audit log:</source>
      <translation>Warum? Der Grund steht im Protokoll:</translation>
    </message>
    <message>
      <source>Lift the hold</source>
      <translation>Löschsperre aufheben</translation>
    </message>
  </context>
  <context>
    <name>Review</name>
    <message>
      <source>Undecided</source>
      <translation>Offen</translation>
    </message>
    <message>
      <source>Possible</source>
      <translation>Möglich</translation>
    </message>
    <message>
      <source>Excluded</source>
      <translation>Ausschluss</translation>
    </message>
    <message>
      <source>Inconclusive</source>
      <translation>Unklar</translation>
    </message>
    <message>
      <source>Not set</source>
      <translation>Nicht gesetzt</translation>
    </message>
    <message>
      <source>Similar</source>
      <translation>Ähnlich</translation>
    </message>
    <message>
      <source>Dissimilar</source>
      <translation>Unähnlich</translation>
    </message>
    <message>
      <source>Undetermined</source>
      <translation>Unbestimmt</translation>
    </message>
    <message>
      <source>Skin</source>
      <translation>Haut</translation>
    </message>
    <message>
      <source>Face/head outline</source>
      <translation>Gesichts-/Kopfumriss</translation>
    </message>
    <message>
      <source>Face/head composition</source>
      <translation>Gesichts-/Kopfaufbau</translation>
    </message>
    <message>
      <source>Hairline/baldness pattern</source>
      <translation>Haaransatz/Glatzenform</translation>
    </message>
    <message>
      <source>Forehead</source>
      <translation>Stirn</translation>
    </message>
    <message>
      <source>Eyebrows</source>
      <translation>Augenbrauen</translation>
    </message>
    <message>
      <source>Eyes</source>
      <translation>Augen</translation>
    </message>
    <message>
      <source>Cheeks</source>
      <translation>Wangen</translation>
    </message>
    <message>
      <source>Nose</source>
      <translation>Nase</translation>
    </message>
    <message>
      <source>Ears</source>
      <translation>Ohren</translation>
    </message>
    <message>
      <source>Mouth</source>
      <translation>Mund</translation>
    </message>
    <message>
      <source>Chin/jawline</source>
      <translation>Kinn/Kieferlinie</translation>
    </message>
    <message>
      <source>Neck</source>
      <translation>Hals</translation>
    </message>
    <message>
      <source>Facial hair</source>
      <translation>Gesichtsbehaarung</translation>
    </message>
    <message>
      <source>Facial lines</source>
      <translation>Gesichtsfalten</translation>
    </message>
    <message>
      <source>Scars</source>
      <translation>Narben</translation>
    </message>
    <message>
      <source>Facial marks</source>
      <translation>Hautmale</translation>
    </message>
    <message>
      <source>Alterations</source>
      <translation>Veränderungen</translation>
    </message>
    <message>
      <source>Other features</source>
      <translation>Andere Merkmale</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message>
      <source>What you wrote is not saved as it is, at rank: {}. A reason is missing, or saving failed. Leave anyway?</source>
      <translation>Was Sie geschrieben haben, ist so nicht gespeichert, auf Rang: {}. Eine Begründung fehlt, oder das Speichern scheiterte. Trotzdem verlassen?</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
      <source>No search to review</source>
      <translation>Keine Suche zu prüfen</translation>
    </message>
    <message>
      <source>Search a sketch, or open a stored search, and choose a candidate of its list.</source>
      <translation>Suchen Sie ein Vergleichsbild oder öffnen Sie eine gespeicherte Suche und wählen Sie einen Kandidaten ihrer Liste.</translation>
    </message>
    <message>
      <source>Go to the search</source>
      <translation>Zur Suche</translation>
    </message>
    <message>
      <source>This search cannot be reviewed</source>
      <translation>Diese Suche kann nicht geprüft werden</translation>
    </message>
    <message>
      <source>Next candidate</source>
      <translation>Nächster Kandidat</translation>
    </message>
    <message>
      <source>Candidate before</source>
      <translation>Voriger Kandidat</translation>
    </message>
    <message>
      <source>Next candidate without a decision</source>
      <translation>Nächster Kandidat ohne Entscheidung</translation>
    </message>
    <message>
      <source>Bookmark</source>
      <translation>Vormerken</translation>
    </message>
    <message>
      <source>Go to the checklist</source>
      <translation>Zur Merkmalsliste</translation>
    </message>
    <message>
      <source>Go to the reason</source>
      <translation>Zur Begründung</translation>
    </message>
    <message>
      <source>Go to the notes</source>
      <translation>Zu den Notizen</translation>
    </message>
    <message>
      <source>Back to the candidates</source>
      <translation>Zurück zu den Kandidaten</translation>
    </message>
    <message>
      <source>Versions of this review</source>
      <translation>Fassungen dieser Prüfung</translation>
    </message>
    <message>
      <source>Report of this search</source>
      <translation>Bericht dieser Suche</translation>
    </message>
    <message>
      <source>Both examiners' conclusions</source>
      <translation>Die Schlüsse beider Prüfer</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Do again</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Side by side, overlay, curtain, blink</source>
      <translation>Nebeneinander, Überlagerung, Vorhang, Blinken</translation>
    </message>
    <message>
      <source>Lock both pictures together</source>
      <translation>Beide Bilder koppeln</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>Spiegeln</translation>
    </message>
    <message>
      <source>Turn to the left</source>
      <translation>Nach links drehen</translation>
    </message>
    <message>
      <source>Turn to the right</source>
      <translation>Nach rechts drehen</translation>
    </message>
    <message>
      <source>Nearer</source>
      <translation>Näher</translation>
    </message>
    <message>
      <source>Farther</source>
      <translation>Weiter weg</translation>
    </message>
    <message>
      <source>See all of the picture</source>
      <translation>Ganzes Bild zeigen</translation>
    </message>
    <message>
      <source>In the checklist: similar</source>
      <translation>In der Merkmalsliste: ähnlich</translation>
    </message>
    <message>
      <source>In the checklist: dissimilar</source>
      <translation>In der Merkmalsliste: unähnlich</translation>
    </message>
    <message>
      <source>In the checklist: undetermined</source>
      <translation>In der Merkmalsliste: unbestimmt</translation>
    </message>
    <message>
      <source>In the checklist: not set</source>
      <translation>In der Merkmalsliste: nicht gesetzt</translation>
    </message>
    <message>
      <source>In the checklist: write a remark</source>
      <translation>In der Merkmalsliste: Anmerkung schreiben</translation>
    </message>
    <message>
      <source>The search found no candidate: the pool was empty.</source>
      <translation>Die Suche fand keinen Kandidaten: Die Suchmenge war leer.</translation>
    </message>
    <message>
      <source>Photo {}</source>
      <translation>Foto {}</translation>
    </message>
    <message>
      <source>Another photo, not the nearest one: {}</source>
      <translation>Ein anderes Foto, nicht das nächste: {}</translation>
    </message>
    <message>
      <source>Decided: {} of {}</source>
      <translation>Entschieden: {} von {}</translation>
    </message>
    <message>
      <source>version brought back</source>
      <translation>zurückgeholte Fassung</translation>
    </message>
  </context>
  <context>
    <name>RoleChoice</name>
    <message>
      <source>Roles</source>
      <translation>Rollen</translation>
    </message>
  </context>
  <context>
    <name>RolesDialog</name>
    <message>
      <source>Roles of {}</source>
      <translation>Rollen von {}</translation>
    </message>
    <message>
      <source>They hold at once. What was done in the roles before stays as it is.</source>
      <translation>Sie gelten sofort. Was in den Rollen davor getan wurde, bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>&amp;Change</source>
      <translation>Ä&amp;ndern</translation>
    </message>
  </context>
  <context>
    <name>RunBar</name>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <source>Search the sketch in the gallery (Ctrl+Return)</source>
      <translation>Das Vergleichsbild in der Galerie suchen (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>Progress of the search</source>
      <translation>Fortschritt der Suche</translation>
    </message>
    <message>
      <source>Waiting for the search to begin</source>
      <translation>Die Suche beginnt gleich</translation>
    </message>
  </context>
  <context>
    <name>RunView</name>
    <message>
      <source>running</source>
      <translation>läuft</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>stopped, with a checkpoint</source>
      <translation>angehalten, mit Zwischenstand</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>gescheitert</translation>
    </message>
    <message>
      <source>interrupted</source>
      <translation>unterbrochen</translation>
    </message>
    <message>
      <source>did not begin</source>
      <translation>nicht begonnen</translation>
    </message>
    <message>
      <source>{stage}: step {step} of {of}</source>
      <translation>{stage}: Schritt {step} von {of}</translation>
    </message>
    <message>
      <source>{} left in this stage</source>
      <translation>noch {} in dieser Stufe</translation>
    </message>
    <message>
      <source>{} s</source>
      <translation>{} s</translation>
    </message>
    <message>
      <source>{} min</source>
      <translation>{} min</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>Stopping after the step under way, with a checkpoint…</source>
      <translation>Hält nach dem laufenden Schritt mit einem Zwischenstand an …</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>End at &amp;once</source>
      <translation>&amp;Sofort beenden</translation>
    </message>
    <message>
      <source>What was learned since the last checkpoint is lost.</source>
      <translation>Was seit dem letzten Zwischenstand gelernt wurde, geht verloren.</translation>
    </message>
    <message>
      <source>&amp;Resume</source>
      <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
      <source>1  &amp;Export</source>
      <translation>1  &amp;Exportieren</translation>
    </message>
    <message>
      <source>2  Co&amp;mpare</source>
      <translation>2  &amp;Vergleichen</translation>
    </message>
    <message>
      <source>3  &amp;Install</source>
      <translation>3  &amp;Installieren</translation>
    </message>
    <message>
      <source>Write the model of this training, calibrated and measured, into its folder.</source>
      <translation>Das Modell dieses Trainings kalibriert und gemessen in seinen Ordner schreiben.</translation>
    </message>
    <message>
      <source>Its figures beside those of the model in use.</source>
      <translation>Seine Werte neben denen des verwendeten Modells.</translation>
    </message>
    <message>
      <source>Put it among the installed models; using it is a step of its own.</source>
      <translation>Zu den installierten Modellen legen; es zu verwenden ist ein eigener Schritt.</translation>
    </message>
    <message>
      <source>Log of the training</source>
      <translation>Verlauf des Trainings</translation>
    </message>
    <message>
      <source>On the way to use:</source>
      <translation>Auf dem Weg zum Einsatz:</translation>
    </message>
    <message>
      <source>Progress of the stage</source>
      <translation>Fortschritt der Stufe</translation>
    </message>
  </context>
  <context>
    <name>SavedBar</name>
    <message>
      <source>Open &amp;file</source>
      <translation>&amp;Datei öffnen</translation>
    </message>
    <message>
      <source>Open f&amp;older</source>
      <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
      <source>Hide this message</source>
      <translation>Diese Meldung ausblenden</translation>
    </message>
  </context>
  <context>
    <name>Scope</name>
    <message>
      <source>As &amp;CSV or JSON…</source>
      <translation>Als &amp;CSV oder JSON …</translation>
    </message>
    <message>
      <source>As CSV or JSON, with &amp;photos beside it…</source>
      <translation>Als CSV oder JSON, mit &amp;Fotos daneben …</translation>
    </message>
    <message>
      <source>As &amp;Type-10 transactions (ANSI/NIST-ITL)…</source>
      <translation>Als &amp;Type-10-Transaktionen (ANSI/NIST-ITL) …</translation>
    </message>
  </context>
  <context>
    <name>SearchCard</name>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Best photo</source>
      <translation>Bestes Foto</translation>
    </message>
    <message>
      <source>Mean over all photos</source>
      <translation>Mittel über alle Fotos</translation>
    </message>
    <message>
      <source>Length of the list</source>
      <translation>Länge der Liste</translation>
    </message>
    <message>
      <source>How many candidates a new search asks for. A policy profile may allow fewer.</source>
      <translation>Wie viele Kandidaten eine neue Suche verlangt. Ein Regelwerk kann weniger erlauben.</translation>
    </message>
    <message>
      <source>Generated samples</source>
      <translation>Erzeugte Proben</translation>
    </message>
    <message>
      <source>How many photos the generator proposes. More take longer and change little beyond ten.</source>
      <translation>Wie viele Fotos der Generator vorschlägt. Mehr dauern länger und ändern über zehn hinaus wenig.</translation>
    </message>
    <message>
      <source>Photos of one person</source>
      <translation>Fotos einer Person</translation>
    </message>
    <message>
      <source>Whether the best photo of a person counts, or the mean over all of them.</source>
      <translation>Ob das beste Foto einer Person zählt oder das Mittel über alle.</translation>
    </message>
  </context>
  <context>
    <name>SearchLine</name>
    <message>
      <source>Search by subject id or name</source>
      <translation>Kennung oder Name</translation>
    </message>
  </context>
  <context>
    <name>SearchPage</name>
    <message>
      <source>&amp;1  Sketch</source>
      <translation>&amp;1  Vergleichsbild</translation>
    </message>
    <message>
      <source>&amp;2  Pool and parameters</source>
      <translation>&amp;2  Suchmenge und Parameter</translation>
    </message>
    <message>
      <source>&amp;3  Candidates</source>
      <translation>&amp;3  Kandidaten</translation>
    </message>
    <message>
      <source>&amp;4  Why</source>
      <translation>&amp;4  Warum</translation>
    </message>
    <message>
      <source>&amp;5  Searches of this case</source>
      <translation>&amp;5  Suchen dieses Falls</translation>
    </message>
    <message>
      <source>Steps of a search</source>
      <translation>Schritte einer Suche</translation>
    </message>
  </context>
  <context>
    <name>SearchRun</name>
    <message>
      <source>Searching case {}</source>
      <translation>Suche in Fall {}</translation>
    </message>
  </context>
  <context>
    <name>SearchTableModel</name>
    <message>
      <source>Photos searched: {} of {}
Model: {}</source>
      <translation>Durchsuchte Fotos: {} von {}
Modell: {}</translation>
    </message>
    <message>
      <source>Sketch of search {}</source>
      <translation>Vergleichsbild der Suche {}</translation>
    </message>
    <message>
      <source>Somebody stands out</source>
      <translation>Jemand sticht hervor</translation>
    </message>
    <message>
      <source>Nobody stands out</source>
      <translation>Niemand sticht hervor</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>1 person</source>
      <translation>1 Person</translation>
    </message>
    <message>
      <source>{} people</source>
      <translation>{} Personen</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} von {}</translation>
    </message>
    <message>
      <source>Sketch</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Searched (UTC)</source>
      <translation>Gesucht (UTC)</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Suchmenge</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Urteil</translation>
    </message>
  </context>
  <context>
    <name>SecondReviewBar</name>
    <message>
      <source>Su&amp;bmit…</source>
      <translation>A&amp;bgeben …</translation>
    </message>
    <message>
      <source>&amp;Withdraw…</source>
      <translation>&amp;Zurückziehen …</translation>
    </message>
    <message>
      <source>Both &amp;conclusions…</source>
      <translation>Beide S&amp;chlüsse …</translation>
    </message>
    <message>
      <source>Ask for a second re&amp;view</source>
      <translation>Zweite Beurteilung erbi&amp;tten</translation>
    </message>
    <message>
      <source>Second review, blind: you see nothing of what the first examiner found.</source>
      <translation>Zweite Beurteilung, blind: Sie sehen nichts von dem, was die erste Person fand.</translation>
    </message>
    <message>
      <source>Left to decide, by rank: {}.</source>
      <translation>Noch zu entscheiden, nach Rang: {}.</translation>
    </message>
    <message>
      <source>All {} candidates are decided.</source>
      <translation>Alle {} Kandidaten sind entschieden.</translation>
    </message>
    <message>
      <source>Waiting for {}.</source>
      <translation>Wartet auf {}.</translation>
    </message>
    <message>
      <source>Both examiners differ, and no agreed conclusion is recorded, at rank: {}.</source>
      <translation>Die beiden Prüfer unterscheiden sich, und nichts Vereinbartes ist festgehalten, auf Rang: {}.</translation>
    </message>
    <message>
      <source>The review by two examiners is complete.</source>
      <translation>Die Beurteilung durch zwei Personen ist vollständig.</translation>
    </message>
    <message>
      <source>Submitted conclusions cannot be changed any more. Submit them?</source>
      <translation>Abgegebene Schlüsse können nicht mehr geändert werden. Abgeben?</translation>
    </message>
    <message>
      <source>Submit the second review</source>
      <translation>Zweite Beurteilung abgeben</translation>
    </message>
    <message>
      <source>{} will not review this search a second time. What was concluded so far stays sealed.</source>
      <translation>{} wird diese Suche nicht ein zweites Mal beurteilen. Was bisher beurteilt wurde, bleibt verschlossen.</translation>
    </message>
    <message>
      <source>Withdraw the second review</source>
      <translation>Die zweite Beurteilung zurückziehen</translation>
    </message>
    <message>
      <source>&amp;Withdraw</source>
      <translation>&amp;Zurückziehen</translation>
    </message>
  </context>
  <context>
    <name>SecretDialog</name>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
  </context>
  <context>
    <name>SecretForm</name>
    <message>
      <source>&amp;Show what is typed</source>
      <translation>Eingabe an&amp;zeigen</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>Die beiden Passphrasen sind verschieden.</translation>
    </message>
  </context>
  <context>
    <name>SelectionStrip</name>
    <message>
      <source>Choose &amp;one only</source>
      <translation>Nur &amp;eine wählen</translation>
    </message>
    <message>
      <source>{} people are chosen.</source>
      <translation>{} Personen sind gewählt.</translation>
    </message>
  </context>
  <context>
    <name>SetPasswordDialog</name>
    <message>
      <source>Password of {}</source>
      <translation>Passwort von {}</translation>
    </message>
    <message>
      <source>Tell it in person: its owner has to choose another one at the next sign-in. A lock is lifted.</source>
      <translation>Nennen Sie es persönlich: Bei der nächsten Anmeldung muss ein anderes gewählt werden. Eine Sperre wird aufgehoben.</translation>
    </message>
    <message>
      <source>New pass&amp;word</source>
      <translation>Neues Pass&amp;wort</translation>
    </message>
    <message>
      <source>Password a&amp;gain</source>
      <translation>Passwort noch ein&amp;mal</translation>
    </message>
    <message>
      <source>&amp;Set</source>
      <translation>&amp;Setzen</translation>
    </message>
    <message>
      <source>The two passwords differ.</source>
      <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
  </context>
  <context>
    <name>SetUpDialog</name>
    <message>
      <source>Encrypt the library</source>
      <translation>Bibliothek verschlüsseln</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>&amp;Passphrase</translation>
    </message>
    <message>
      <source>Passphrase a&amp;gain</source>
      <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <source>&amp;Encrypt</source>
      <translation>&amp;Verschlüsseln</translation>
    </message>
    <message>
      <source>Encrypting</source>
      <translation>Verschlüsseln</translation>
    </message>
    <message>
      <source>The database, all photos and sketches and the list of batches are encrypted. Whoever opens the library has to type the passphrase: at least 12 characters, best several words that do not belong together. Nobody else may have the library open meanwhile, and the drive needs room for a second copy of it.</source>
      <translation>Die Datenbank, alle Fotos und Vergleichsbilder und die Liste der Stapel werden verschlüsselt. Wer die Bibliothek öffnet, muss die Passphrase eingeben: mindestens 12 Zeichen, am besten mehrere Wörter, die nicht zusammengehören. Niemand sonst darf die Bibliothek solange geöffnet haben, und das Laufwerk braucht Platz für eine zweite Kopie von ihr.</translation>
    </message>
    <message>
      <source>The library is being encrypted</source>
      <translation>Die Bibliothek wird verschlüsselt</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>What is switched off here takes the role administrator.</source>
      <translation>Was hier abgeschaltet ist, braucht die Rolle Verwalter.</translation>
    </message>
  </context>
  <context>
    <name>SetupForm</name>
    <message>
      <source>Choose a case first: no search runs without a purpose.</source>
      <translation>Wählen Sie zuerst einen Fall: Ohne Zweck wird nicht gesucht.</translation>
    </message>
    <message>
      <source>Choose a folder of sketches and a folder for the results.</source>
      <translation>Wählen Sie einen Ordner mit Vergleichsbildern und einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
      <source>Folder of sketches</source>
      <translation>Ordner der Vergleichsbilder</translation>
    </message>
    <message>
      <source>Choose a folder, or drop it here</source>
      <translation>Ordner wählen oder hier ablegen</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
      <source>Length of the candidate lists</source>
      <translation>Länge der Kandidatenlisten</translation>
    </message>
    <message>
      <source>Samples drawn for each sketch</source>
      <translation>Erzeugte Proben je Vergleichsbild</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>The same seed repeats a search bit for bit.</source>
      <translation>Derselbe Startwert wiederholt eine Suche Bit für Bit.</translation>
    </message>
    <message>
      <source>Several photos of one subject</source>
      <translation>Mehrere Fotos einer Person</translation>
    </message>
    <message>
      <source>best photo counts</source>
      <translation>das beste Foto zählt</translation>
    </message>
    <message>
      <source>mean of the photos</source>
      <translation>Mittel der Fotos</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>for example: sex=female; birth_year=1970..1990</source>
      <translation>zum Beispiel: sex=female; birth_year=1970..1990</translation>
    </message>
    <message>
      <source>Known fields: {}</source>
      <translation>Bekannte Felder: {}</translation>
    </message>
    <message>
      <source>Sketches read at the same time</source>
      <translation>Gleichzeitig gelesene Vergleichsbilder</translation>
    </message>
    <message>
      <source>Write a PDF &amp;report for each sketch</source>
      <translation>Zu jedem Vergleichsbild einen PDF-&amp;Bericht schreiben</translation>
    </message>
    <message>
      <source>Choose a case…</source>
      <translation>Fall wählen …</translation>
    </message>
    <message>
      <source>Read at the same time</source>
      <translation>Gleichzeitig lesen</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>S&amp;ketches</source>
      <translation>&amp;Vergleichsbilder</translation>
    </message>
    <message>
      <source>Res&amp;ults</source>
      <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>&amp;Filters</source>
      <translation>&amp;Filter</translation>
    </message>
    <message>
      <source>Work</source>
      <translation>Ausführung</translation>
    </message>
    <message>
      <source>Every sketch gets a search of its own under the case, stored like any other. A batch may be paused, and goes on where it stopped even after the program was closed.</source>
      <translation>Jedes Vergleichsbild erhält im Fall eine eigene Suche, gespeichert wie jede andere. Ein Stapel kann angehalten werden und geht dort weiter, wo er stand, auch wenn das Programm geschlossen war.</translation>
    </message>
    <message>
      <source>Search a whole folder of sketches</source>
      <translation>Einen ganzen Ordner von Vergleichsbildern suchen</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Proben</translation>
    </message>
    <message>
      <source>Recorded of every sketch of the folder: fill in what all of them have in common.</source>
      <translation>Wird zu jedem Vergleichsbild des Ordners verzeichnet: Tragen Sie ein, was allen gemeinsam ist.</translation>
    </message>
    <message>
      <source>About the sketches</source>
      <translation>Zu den Vergleichsbildern</translation>
    </message>
    <message>
      <source>Choose a folder of sketches first, or drop it on the page.</source>
      <translation>Wählen Sie zuerst einen Ordner mit Vergleichsbildern, oder legen Sie ihn auf der Seite ab.</translation>
    </message>
    <message>
      <source>Choose a folder for the results first.</source>
      <translation>Wählen Sie zuerst einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
      <source>One sketch, a list of {}.</source>
      <translation>Ein Vergleichsbild, eine Liste von {}.</translation>
    </message>
    <message>
      <source>{} sketches, a list of {} for each.</source>
      <translation>{} Vergleichsbilder, zu jedem eine Liste von {}.</translation>
    </message>
    <message>
      <source>The policy profile “{profile}” asks for these details, which all {number} sketches lack: {details}.</source>
      <translation>Das Regelwerk „{profile}“ verlangt diese Angaben, die allen {number} Vergleichsbildern fehlen: {details}.</translation>
    </message>
    <message>
      <source>The policy profile “{profile}” asks for these details of every sketch: {details}.</source>
      <translation>Das Regelwerk „{profile}“ verlangt zu jedem Vergleichsbild diese Angaben: {details}.</translation>
    </message>
    <message>
      <source>None chosen yet</source>
      <translation>Noch keiner gewählt</translation>
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
    <name>SignInDialog</name>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>The library “{}” has accounts.</source>
      <translation>Die Bibliothek „{}“ hat Konten.</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>&amp;Password</source>
      <translation>&amp;Passwort</translation>
    </message>
    <message>
      <source>&amp;Sign in</source>
      <translation>An&amp;melden</translation>
    </message>
    <message>
      <source>&amp;Close the program</source>
      <translation>Programm &amp;schließen</translation>
    </message>
  </context>
  <context>
    <name>SignatureButton</name>
    <message>
      <source>Si&amp;gnature</source>
      <translation>Si&amp;gnatur</translation>
    </message>
    <message>
      <source>Sign and export with the key of this &amp;computer…</source>
      <translation>Mit dem Schlüssel dieses &amp;Rechners signieren und exportieren …</translation>
    </message>
    <message>
      <source>Sign and export with a key in a &amp;PKCS #12 file…</source>
      <translation>Mit einem Schlüssel aus einer &amp;PKCS-#12-Datei signieren und exportieren …</translation>
    </message>
    <message>
      <source>Chec&amp;k a signed report…</source>
      <translation>Signierten Bericht &amp;prüfen …</translation>
    </message>
  </context>
  <context>
    <name>SignatureCheckDialog</name>
    <message>
      <source>Check a signed report</source>
      <translation>Signierten Bericht prüfen</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Wird geprüft …</translation>
    </message>
    <message>
      <source>Does not hold either</source>
      <translation>Stimmt auch nicht</translation>
    </message>
    <message>
      <source>What the signature says</source>
      <translation>Was die Signatur sagt</translation>
    </message>
    <message>
      <source>Not signed.</source>
      <translation>Nicht signiert.</translation>
    </message>
    <message>
      <source>Signed by {}, and not changed since.</source>
      <translation>Signiert von {} und seitdem nicht geändert.</translation>
    </message>
    <message>
      <source>Signed by {}, but not with the certificate that you named.</source>
      <translation>Signiert von {}, aber nicht mit dem Zertifikat, das Sie genannt haben.</translation>
    </message>
    <message>
      <source>Changed since it was signed by {}.</source>
      <translation>Geändert, seit {} signiert hat.</translation>
    </message>
    <message>
      <source>the key of {}</source>
      <translation>dem Schlüssel von {}</translation>
    </message>
    <message>
      <source>{} with the key of {}</source>
      <translation>{} mit dem Schlüssel von {}</translation>
    </message>
    <message>
      <source>The file could not be checked.</source>
      <translation>Die Datei konnte nicht geprüft werden.</translation>
    </message>
  </context>
  <context>
    <name>Signing</name>
    <message>
      <source>The key to sign with</source>
      <translation>Schlüssel zum Signieren</translation>
    </message>
    <message>
      <source>PKCS #12 (*.p12 *.pfx);;All files (*)</source>
      <translation>PKCS #12 (*.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Sign and export the report</source>
      <translation>Bericht signieren und exportieren</translation>
    </message>
    <message>
      <source>of this computer</source>
      <translation>dieses Rechners</translation>
    </message>
    <message>
      <source>The report is signed with the key {}, which is under a passphrase.</source>
      <translation>Der Bericht wird mit dem Schlüssel {} signiert; ihn schützt eine Passphrase.</translation>
    </message>
    <message>
      <source>Check a signed report</source>
      <translation>Signierten Bericht prüfen</translation>
    </message>
    <message>
      <source>PDF (*.pdf);;All files (*)</source>
      <translation>PDF (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Signing the report</source>
      <translation>Bericht wird signiert</translation>
    </message>
  </context>
  <context>
    <name>SigningKeyCard</name>
    <message>
      <source>Signing key</source>
      <translation>Signaturschlüssel</translation>
    </message>
    <message>
      <source>Copy the &amp;fingerprint</source>
      <translation>&amp;Fingerabdruck kopieren</translation>
    </message>
    <message>
      <source>Export the pu&amp;blic key…</source>
      <translation>Öffentlichen Schlüssel e&amp;xportieren …</translation>
    </message>
    <message>
      <source>Make a ne&amp;w key…</source>
      <translation>Ne&amp;uen Schlüssel erzeugen …</translation>
    </message>
    <message>
      <source>Signs case packages and anchors of the audit log on this computer, in whichever library. Whoever checks a package needs its fingerprint, told by another way than the package.</source>
      <translation>Signiert auf diesem Rechner Fallpakete und Anker des Protokolls, in jeder Bibliothek. Wer ein Paket prüft, braucht seinen Fingerabdruck, genannt auf anderem Weg als mit dem Paket.</translation>
    </message>
    <message>
      <source>Written: {}</source>
      <translation>Geschrieben: {}</translation>
    </message>
    <message>
      <source>The new key signs from now on.</source>
      <translation>Von jetzt an signiert der neue Schlüssel.</translation>
    </message>
    <message>
      <source>There is no key yet: it is made with the first package or anchor.</source>
      <translation>Es gibt noch keinen Schlüssel: Er entsteht mit dem ersten Paket oder Anker.</translation>
    </message>
    <message>
      <source>Fingerprint: {}</source>
      <translation>Fingerabdruck: {}</translation>
    </message>
    <message>
      <source>Copied.</source>
      <translation>Kopiert.</translation>
    </message>
    <message>
      <source>Export the public key</source>
      <translation>Öffentlichen Schlüssel exportieren</translation>
    </message>
    <message>
      <source>Public key (*.pem)</source>
      <translation>Öffentlicher Schlüssel (*.pem)</translation>
    </message>
  </context>
  <context>
    <name>SketchCanvas</name>
    <message>
      <source>The sketch</source>
      <translation>Das Vergleichsbild</translation>
    </message>
    <message>
      <source>Right eye (left in the picture)</source>
      <translation>Rechtes Auge (links im Bild)</translation>
    </message>
    <message>
      <source>Left eye (right in the picture)</source>
      <translation>Linkes Auge (rechts im Bild)</translation>
    </message>
    <message>
      <source>Tip of the nose</source>
      <translation>Nasenspitze</translation>
    </message>
    <message>
      <source>Right corner of the mouth (left in the picture)</source>
      <translation>Rechter Mundwinkel (links im Bild)</translation>
    </message>
    <message>
      <source>Left corner of the mouth (right in the picture)</source>
      <translation>Linker Mundwinkel (rechts im Bild)</translation>
    </message>
    <message>
      <source>{}: x {:.0f}, y {:.0f}</source>
      <translation>{}: x {:.0f}, y {:.0f}</translation>
    </message>
    <message>
      <source>Face box</source>
      <translation>Gesichtsrahmen</translation>
    </message>
    <message>
      <source>Part to keep</source>
      <translation>Zu behaltender Teil</translation>
    </message>
    <message>
      <source>Face {}</source>
      <translation>Gesicht {}</translation>
    </message>
  </context>
  <context>
    <name>SketchIntake</name>
    <message>
      <source>Open sketches</source>
      <translation>Vergleichsbilder öffnen</translation>
    </message>
    <message>
      <source>Pictures ({})</source>
      <translation>Bilder ({})</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>A folder of sketches is searched on the page Batch. Here, give single files.</source>
      <translation>Ein Ordner von Vergleichsbildern wird auf der Seite Stapel gesucht. Geben Sie hier einzelne Dateien an.</translation>
    </message>
  </context>
  <context>
    <name>SketchPane</name>
    <message>
      <source>The sketch</source>
      <translation>Das Vergleichsbild</translation>
    </message>
    <message>
      <source>Photo of the first candidate</source>
      <translation>Foto des ersten Kandidaten</translation>
    </message>
    <message>
      <source>&amp;Open the search</source>
      <translation>Suche ö&amp;ffnen</translation>
    </message>
    <message>
      <source>Set &amp;landmarks by hand…</source>
      <translation>&amp;Punkte von Hand setzen …</translation>
    </message>
    <message>
      <source>Choose a sketch in the table.</source>
      <translation>Wählen Sie ein Vergleichsbild in der Tabelle.</translation>
    </message>
    <message>
      <source>First candidate: {}</source>
      <translation>Erster Kandidat: {}</translation>
    </message>
  </context>
  <context>
    <name>SketchStrip</name>
    <message>
      <source>Sketches</source>
      <translation>Vergleichsbilder</translation>
    </message>
    <message>
      <source>Add a sketch: another version, another witness</source>
      <translation>Vergleichsbild hinzufügen: andere Fassung, anderer Zeuge</translation>
    </message>
    <message>
      <source>Copy as another version</source>
      <translation>Als weitere Fassung kopieren</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Take the sketch off the bench</source>
      <translation>Vergleichsbild vom Arbeitstisch nehmen</translation>
    </message>
    <message>
      <source>Name on the bench (the record keeps the file's name):</source>
      <translation>Name auf dem Arbeitstisch (die Aufzeichnung behält den Dateinamen):</translation>
    </message>
  </context>
  <context>
    <name>SketchTable</name>
    <message>
      <source>Sketch</source>
      <translation>Vergleichsbild</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>Stands out</source>
      <translation>Sticht hervor</translation>
    </message>
    <message>
      <source>First candidate or reason</source>
      <translation>Erster Kandidat oder Grund</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Nein</translation>
    </message>
  </context>
  <context>
    <name>StandingCard</name>
    <message>
      <source>Go to the re&amp;view</source>
      <translation>Zur &amp;Prüfung</translation>
    </message>
    <message>
      <source>&amp;Make final without it…</source>
      <translation>Ohne sie end&amp;gültig machen …</translation>
    </message>
    <message>
      <source>Without a second review, for a reason that the report states</source>
      <translation>Ohne zweite Beurteilung, aus einem Grund, den der Bericht nennt</translation>
    </message>
    <message>
      <source>Back to the &amp;draft</source>
      <translation>Zurück zum &amp;Entwurf</translation>
    </message>
    <message>
      <source>Final report</source>
      <translation>Endgültiger Bericht</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>{} Made final without it: {}</source>
      <translation>{} Ohne sie endgültig gemacht: {}</translation>
    </message>
    <message>
      <source>{} The policy profile lets no reason replace the second examiner.</source>
      <translation>{} Das Regelwerk lässt keine Begründung an die Stelle der zweiten Prüfung treten.</translation>
    </message>
    <message>
      <source>Make final without a second review</source>
      <translation>Ohne zweite Beurteilung endgültig machen</translation>
    </message>
    <message>
      <source>The report will say that no second review was made, and print this reason.</source>
      <translation>Der Bericht wird sagen, dass die zweite Beurteilung fehlt, und diese Begründung drucken.</translation>
    </message>
    <message>
      <source>&amp;Make final</source>
      <translation>End&amp;gültig machen</translation>
    </message>
  </context>
  <context>
    <name>StartBar</name>
    <message>
      <source>Fill &amp;in</source>
      <translation>A&amp;usfüllen</translation>
    </message>
    <message>
      <source>Go to the first detail that is needed</source>
      <translation>Zur ersten Angabe, die fehlt</translation>
    </message>
    <message>
      <source>&amp;Start the batch</source>
      <translation>Stapel &amp;starten</translation>
    </message>
  </context>
  <context>
    <name>StateDialog</name>
    <message>
      <source>State of the gallery</source>
      <translation>Stand der Galerie</translation>
    </message>
    <message>
      <source>Snapshot</source>
      <translation>Momentaufnahme</translation>
    </message>
    <message>
      <source>What a search would run against now; equal snapshots rank equally</source>
      <translation>Wogegen eine Suche jetzt liefe; gleiche Momentaufnahmen ergeben gleiche Rangfolgen</translation>
    </message>
    <message>
      <source>Computing all features anew is for a library whose features are in doubt; the ranking of later searches does not change when they were right.</source>
      <translation>Alle Merkmale neu zu berechnen ist für Bibliotheken, deren Merkmale zweifelhaft sind; die Rangfolge späterer Suchen ändert sich nicht, wenn sie richtig waren.</translation>
    </message>
    <message>
      <source>Compute all &amp;anew</source>
      <translation>Alle &amp;neu berechnen</translation>
    </message>
    <message>
      <source>Subjects</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <source>Photos without a feature</source>
      <translation>Fotos ohne Merkmal</translation>
    </message>
    <message>
      <source>Original photos</source>
      <translation>Originalfotos</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Datenbank</translation>
    </message>
  </context>
  <context>
    <name>SubjectModel</name>
    <message>
      <source>Subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>Geschl.</translation>
    </message>
    <message>
      <source>Born</source>
      <translation>Geb.</translation>
    </message>
    <message>
      <source>Ethnicity</source>
      <translation>Ethnie</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <source>Last booked</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
  </context>
  <context>
    <name>SubjectPane</name>
    <message>
      <source>enrolled {}</source>
      <translation>aufgenommen {}</translation>
    </message>
    <message>
      <source>Nothing to be wary of was measured.</source>
      <translation>Nichts Bedenkliches gemessen.</translation>
    </message>
    <message>
      <source>Measured: {}</source>
      <translation>Gemessen: {}</translation>
    </message>
    <message>
      <source>Rank {rank} in search {search}, case {case}, {date}</source>
      <translation>Rang {rank} in Suche {search}, Fall {case}, {date}</translation>
    </message>
    <message>
      <source>Sub&amp;ject id</source>
      <translation>&amp;Kennung</translation>
    </message>
    <message>
      <source>&amp;Name</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>Se&amp;x</source>
      <translation>&amp;Geschlecht</translation>
    </message>
    <message>
      <source>&amp;Born</source>
      <translation>Ge&amp;boren</translation>
    </message>
    <message>
      <source>year, such as 1974</source>
      <translation>Jahr, etwa 1974</translation>
    </message>
    <message>
      <source>&amp;Ethnicity</source>
      <translation>&amp;Ethnie</translation>
    </message>
    <message>
      <source>Boo&amp;ked</source>
      <translation>Auf&amp;genommen</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
      <source>Sou&amp;rce</source>
      <translation>&amp;Quelle</translation>
    </message>
    <message>
      <source>Keep &amp;until</source>
      <translation>Aufbewahren b&amp;is</translation>
    </message>
    <message>
      <source>Remove this photo…</source>
      <translation>Dieses Foto entfernen …</translation>
    </message>
    <message>
      <source>No stored search lists this subject.</source>
      <translation>Keine gespeicherte Suche führt diese Person auf.</translation>
    </message>
    <message>
      <source>Searches in which this subject was a candidate</source>
      <translation>Suchen, in denen diese Person Kandidat war</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Enlarge or shrink (Enter)</source>
      <translation>Vergrößern oder verkleinern (Eingabe)</translation>
    </message>
    <message>
      <source>Remove this subject… (Del)</source>
      <translation>Diese Person entfernen … (Entf)</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <source>This photo</source>
      <translation>Dieses Foto</translation>
    </message>
    <message>
      <source>This subject</source>
      <translation>Diese Person</translation>
    </message>
    <message>
      <source>Retention</source>
      <translation>Aufbewahrung</translation>
    </message>
    <message>
      <source>Candidate in searches</source>
      <translation>Kandidat in Suchen</translation>
    </message>
  </context>
  <context>
    <name>SubjectTable</name>
    <message>
      <source>Subjects as a table</source>
      <translation>Personen als Tabelle</translation>
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Months</source>
      <translation>Monate</translation>
    </message>
    <message>
      <source>Month (UTC)</source>
      <translation>Monat (UTC)</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Somebody stands out</source>
      <translation>Jemand sticht hervor</translation>
    </message>
    <message>
      <source>Nobody stands out</source>
      <translation>Niemand sticht hervor</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>Audit entries</source>
      <translation>Protokolleinträge</translation>
    </message>
    <message>
      <source>Purposes</source>
      <translation>Zwecke</translation>
    </message>
    <message>
      <source>Purpose (offence)</source>
      <translation>Zweck (Delikt)</translation>
    </message>
    <message>
      <source>Actions</source>
      <translation>Vorgänge</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Vorgang</translation>
    </message>
    <message>
      <source>Entries</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Export the &amp;summary…</source>
      <translation>Ü&amp;bersicht exportieren …</translation>
    </message>
    <message>
      <source>Searches, their purposes and outcomes</source>
      <translation>Suchen, ihre Zwecke und Ergebnisse</translation>
    </message>
  </context>
  <context>
    <name>TaskStrip</name>
    <message>
      <source>Stop: {}</source>
      <translation>Abbrechen: {}</translation>
    </message>
  </context>
  <context>
    <name>TonePanel</name>
    <message>
      <source>For the eye only: the pictures are not changed.</source>
      <translation>Nur fürs Auge: Die Bilder werden nicht verändert.</translation>
    </message>
    <message>
      <source>Sketch brightness</source>
      <translation>Helligkeit des Vergleichsbilds</translation>
    </message>
    <message>
      <source>Sketch contrast</source>
      <translation>Kontrast des Vergleichsbilds</translation>
    </message>
    <message>
      <source>Photo brightness</source>
      <translation>Helligkeit des Fotos</translation>
    </message>
    <message>
      <source>Photo contrast</source>
      <translation>Kontrast des Fotos</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
  </context>
  <context>
    <name>Toolbar</name>
    <message>
      <source>Size of the pictures</source>
      <translation>Größe der Bilder</translation>
    </message>
    <message>
      <source>State of the gallery</source>
      <translation>Stand der Galerie</translation>
    </message>
    <message>
      <source>&amp;Import…</source>
      <translation>&amp;Einlesen …</translation>
    </message>
    <message>
      <source>A &amp;folder of photos…</source>
      <translation>Einen &amp;Ordner mit Fotos …</translation>
    </message>
    <message>
      <source>A &amp;CSV or JSON Lines file…</source>
      <translation>Eine &amp;CSV- oder JSON-Lines-Datei …</translation>
    </message>
    <message>
      <source>A &amp;Type-10 transaction (ANSI/NIST-ITL)…</source>
      <translation>Eine &amp;Type-10-Transaktion (ANSI/NIST-ITL) …</translation>
    </message>
    <message>
      <source>&amp;Filters ({})</source>
      <translation>&amp;Filter ({})</translation>
    </message>
    <message>
      <source>&amp;Filters</source>
      <translation>&amp;Filter</translation>
    </message>
    <message>
      <source>Table (Ctrl+T)</source>
      <translation>Tabelle (Strg+T)</translation>
    </message>
    <message>
      <source>Pictures (Ctrl+G)</source>
      <translation>Bilder (Strg+G)</translation>
    </message>
  </context>
  <context>
    <name>TrainView</name>
    <message>
      <source>no GPU: trainings take hours; threads: {}</source>
      <translation>keine GPU: Trainings dauern Stunden; Threads: {}</translation>
    </message>
    <message>
      <source>PyTorch {version} · {hardware}</source>
      <translation>PyTorch {version} · {hardware}</translation>
    </message>
    <message>
      <source>Exporting: the model is written, calibrated where it can be, and measured…</source>
      <translation>Export läuft: Das Modell wird geschrieben, wo möglich kalibriert, und gemessen …</translation>
    </message>
    <message>
      <source>The export did not succeed: {}</source>
      <translation>Der Export ist nicht gelungen: {}</translation>
    </message>
    <message>
      <source>Trainings</source>
      <translation>Trainings</translation>
    </message>
    <message>
      <source>&amp;New training</source>
      <translation>&amp;Neues Training</translation>
    </message>
    <message>
      <source>Looking for the trainer…</source>
      <translation>Trainer wird gesucht …</translation>
    </message>
  </context>
  <context>
    <name>TrainingDialogs</name>
    <message>
      <source>A model is being trained</source>
      <translation>Ein Modell wird trainiert</translation>
    </message>
    <message>
      <source>Still being trained: {}. A training can go on without this program.</source>
      <translation>Noch im Training: {}. Ein Training kann ohne dieses Programm weiterlaufen.</translation>
    </message>
    <message>
      <source>&amp;Stop, with a checkpoint</source>
      <translation>&amp;Anhalten, mit Zwischenstand</translation>
    </message>
    <message>
      <source>&amp;Leave it running</source>
      <translation>&amp;Weiterlaufen lassen</translation>
    </message>
  </context>
  <context>
    <name>TrainingForm</name>
    <message>
      <source>Training data</source>
      <translation>Trainingsdaten</translation>
    </message>
    <message>
      <source>Folder with faces_train.csv</source>
      <translation>Ordner mit faces_train.csv</translation>
    </message>
    <message>
      <source>Further prepared folders, one a line</source>
      <translation>Weitere vorbereitete Ordner, einer je Zeile</translation>
    </message>
    <message>
      <source>FIELD=VALUE, one a line: adversarial.steps=500</source>
      <translation>FELD=WERT, eines je Zeile: adversarial.steps=500</translation>
    </message>
    <message>
      <source>&amp;Start training</source>
      <translation>Training &amp;starten</translation>
    </message>
    <message>
      <source>&amp;Recipe</source>
      <translation>&amp;Rezept</translation>
    </message>
    <message>
      <source>Na&amp;me</source>
      <translation>Na&amp;me</translation>
    </message>
    <message>
      <source>&amp;Data</source>
      <translation>&amp;Daten</translation>
    </message>
    <message>
      <source>&amp;Beside</source>
      <translation>Da&amp;neben</translation>
    </message>
    <message>
      <source>Se&amp;ttings</source>
      <translation>&amp;Einstellungen</translation>
    </message>
    <message>
      <source>De&amp;vice</source>
      <translation>&amp;Gerät</translation>
    </message>
    <message>
      <source>Train a model</source>
      <translation>Ein Modell trainieren</translation>
    </message>
    <message>
      <source>the best there is</source>
      <translation>das beste vorhandene</translation>
    </message>
    <message>
      <source>processor, {} threads</source>
      <translation>Prozessor, {} Threads</translation>
    </message>
    <message>
      <source>Give the run a name that can be a folder's name.</source>
      <translation>Geben Sie dem Lauf einen Namen, der ein Ordnername sein kann.</translation>
    </message>
  </context>
  <context>
    <name>TrainingPage</name>
    <message>
      <source>M&amp;odels</source>
      <translation>M&amp;odelle</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>&amp;Trainieren</translation>
    </message>
  </context>
  <context>
    <name>UnlockDialog</name>
    <message>
      <source>Unlock the library</source>
      <translation>Bibliothek entsperren</translation>
    </message>
    <message>
      <source>The library in {} is encrypted.</source>
      <translation>Die Bibliothek in {} ist verschlüsselt.</translation>
    </message>
    <message>
      <source>&amp;Passphrase</source>
      <translation>&amp;Passphrase</translation>
    </message>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Entsperren</translation>
    </message>
    <message>
      <source>Use the &amp;recovery key…</source>
      <translation>&amp;Wiederherstellung …</translation>
    </message>
  </context>
  <context>
    <name>UnlockSessionDialog</name>
    <message>
      <source>Session locked</source>
      <translation>Sitzung gesperrt</translation>
    </message>
    <message>
      <source>{} is signed in. Nothing that was begun is lost.</source>
      <translation>{} ist angemeldet. Nichts Begonnenes ist verloren.</translation>
    </message>
    <message>
      <source>&amp;Password</source>
      <translation>&amp;Passwort</translation>
    </message>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Entsperren</translation>
    </message>
    <message>
      <source>Sign &amp;out</source>
      <translation>Ab&amp;melden</translation>
    </message>
  </context>
  <context>
    <name>UpkeepCard</name>
    <message>
      <source>Backup and check</source>
      <translation>Sicherung und Prüfung</translation>
    </message>
    <message>
      <source>&amp;Back up now…</source>
      <translation>&amp;Jetzt sichern …</translation>
    </message>
    <message>
      <source>&amp;Restore a backup…</source>
      <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
      <source>&amp;Check the library</source>
      <translation>Bibliothek &amp;prüfen</translation>
    </message>
    <message>
      <source>Repair &amp;what can be derived</source>
      <translation>&amp;Ableitbares reparieren</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>Was nicht stimmt</translation>
    </message>
    <message>
      <source>Backed up and verified: {folder} ({photos} photos, {size} MB copied).</source>
      <translation>Gesichert und geprüft: {folder} ({photos} Fotos, {size} MB kopiert).</translation>
    </message>
    <message>
      <source>The library itself has lost {} originals: check it.</source>
      <translation>In der Bibliothek selbst fehlen {} Originale: prüfen Sie sie.</translation>
    </message>
    <message>
      <source>Backing up the library</source>
      <translation>Bibliothek wird gesichert</translation>
    </message>
    <message>
      <source>Restored and verified: {}. Open this folder as the library above to work in it.</source>
      <translation>Wiederhergestellt und geprüft: {}. Öffnen Sie diesen Ordner oben als Bibliothek, um darin zu arbeiten.</translation>
    </message>
    <message>
      <source>Restoring a backup</source>
      <translation>Sicherung wird wiederhergestellt</translation>
    </message>
    <message>
      <source>Checking the library</source>
      <translation>Bibliothek wird geprüft</translation>
    </message>
    <message>
      <source>Repairing the library</source>
      <translation>Bibliothek wird repariert</translation>
    </message>
    <message>
      <source>Checked: {entries} audit entries, {searches} searches, {originals} originals, {photos} photos.</source>
      <translation>Geprüft: {entries} Protokolleinträge, {searches} Suchen, {originals} Originale, {photos} Fotos.</translation>
    </message>
    <message>
      <source>Nothing is wrong.</source>
      <translation>Alles in Ordnung.</translation>
    </message>
    <message>
      <source>Something is wrong:</source>
      <translation>Etwas stimmt nicht:</translation>
    </message>
    <message>
      <source>This library was never backed up.</source>
      <translation>Diese Bibliothek wurde noch nie gesichert.</translation>
    </message>
    <message>
      <source>Last backup: {}.</source>
      <translation>Letzte Sicherung: {}.</translation>
    </message>
    <message>
      <source>It is time for a backup.</source>
      <translation>Es ist Zeit für eine Sicherung.</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Angehalten.</translation>
    </message>
    <message>
      <source>Folder of backups</source>
      <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
      <source>The backup, a folder named by its date</source>
      <translation>Die Sicherung, ein nach ihrem Datum benannter Ordner</translation>
    </message>
    <message>
      <source>A new, empty folder for the library</source>
      <translation>Ein neuer, leerer Ordner für die Bibliothek</translation>
    </message>
    <message>
      <source>Back up</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Adds a verified backup to a folder of backups, best on another disk, while you go on working. Only new files are copied; a backup of an encrypted library is encrypted.</source>
      <translation>Fügt einem Ordner von Sicherungen, am besten auf einem anderen Datenträger, eine geprüfte Sicherung hinzu, während Sie weiterarbeiten. Nur Neues wird kopiert; die Sicherung einer verschlüsselten Bibliothek ist verschlüsselt.</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Makes a new library of a backup, every file verified. The library in use is not touched.</source>
      <translation>Macht aus einer Sicherung eine neue Bibliothek, jede Datei geprüft. Die Bibliothek in Gebrauch bleibt unberührt.</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <source>Looks over database, audit log, searches, originals, features, pictures and files left behind.</source>
      <translation>Sieht Datenbank, Protokoll, Suchen, Originale, Merkmale, Bilder und liegen gebliebene Dateien durch.</translation>
    </message>
  </context>
  <context>
    <name>UseAccountsDialog</name>
    <message>
      <source>Use accounts</source>
      <translation>Konten verwenden</translation>
    </message>
    <message>
      <source>From now on everybody signs in. You become the first administrator, and add the others.</source>
      <translation>Von nun an meldet sich jede Person an. Sie werden der erste Verwalter und legen die anderen an.</translation>
    </message>
    <message>
      <source>&amp;Use accounts</source>
      <translation>&amp;Konten verwenden</translation>
    </message>
    <message>
      <source>I search and review, too (role examiner)</source>
      <translation>Ich suche und beurteile auch (Rolle Prüfer)</translation>
    </message>
  </context>
  <context>
    <name>VerdictBar</name>
    <message>
      <source>Copy the last &amp;hash</source>
      <translation>Letzten &amp;Hashwert kopieren</translation>
    </message>
    <message>
      <source>Noted down outside this library, it proves later that nothing before it was rewritten.</source>
      <translation>Außerhalb dieser Bibliothek notiert, beweist er später, dass davor nichts umgeschrieben wurde.</translation>
    </message>
    <message>
      <source>Hide this result</source>
      <translation>Dieses Ergebnis ausblenden</translation>
    </message>
    <message>
      <source>Sound: all {} entries of the audit log follow one another, and the head agrees.</source>
      <translation>Unversehrt: Alle {} Einträge des Protokolls folgen aufeinander, und der Kopf stimmt überein.</translation>
    </message>
    <message>
      <source>1 problem was found.</source>
      <translation>1 Problem wurde gefunden.</translation>
    </message>
    <message>
      <source>{} problems were found.</source>
      <translation>{} Probleme wurden gefunden.</translation>
    </message>
    <message>
      <source>… and {} more.</source>
      <translation>… und {} weitere.</translation>
    </message>
    <message>
      <source>Records of searches checked: {}. Originals checked: {}. Last hash: {}</source>
      <translation>Geprüfte Aufzeichnungen von Suchen: {}. Geprüfte Originale: {}. Letzter Hashwert: {}</translation>
    </message>
    <message>
      <source>Files among the originals that nothing refers to: {}.</source>
      <translation>Dateien unter den Originalen, auf die nichts verweist: {}.</translation>
    </message>
    <message>
      <source>The log agrees with all anchors outside of the library: {}.</source>
      <translation>Das Protokoll stimmt mit allen Ankern außerhalb der Bibliothek überein: {}.</translation>
    </message>
  </context>
  <context>
    <name>VerdictView</name>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
  </context>
  <context>
    <name>ViewBar</name>
    <message>
      <source>Page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Find in the report</source>
      <translation>Im Bericht suchen</translation>
    </message>
    <message>
      <source>of {}</source>
      <translation>von {}</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} von {}</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>nicht gefunden</translation>
    </message>
    <message>
      <source>Smaller (-)</source>
      <translation>Kleiner (-)</translation>
    </message>
    <message>
      <source>Larger (+)</source>
      <translation>Größer (+)</translation>
    </message>
    <message>
      <source>Whole page</source>
      <translation>Ganze Seite</translation>
    </message>
    <message>
      <source>Full width (0)</source>
      <translation>Ganze Breite (0)</translation>
    </message>
    <message>
      <source>Place before (Shift+F3)</source>
      <translation>Vorige Fundstelle (Umschalt+F3)</translation>
    </message>
    <message>
      <source>Next place (F3)</source>
      <translation>Nächste Fundstelle (F3)</translation>
    </message>
  </context>
  <context>
    <name>WaitingModel</name>
    <message>
      <source>Second examiner</source>
      <translation>Zweite Person</translation>
    </message>
    <message>
      <source>Asked by</source>
      <translation>Erbeten von</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Sketch</source>
      <translation>Vergleichsbild</translation>
    </message>
    <message>
      <source>Asked (UTC)</source>
      <translation>Erbeten (UTC)</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Stand</translation>
    </message>
    <message>
      <source>To be agreed on, by rank: {}</source>
      <translation>Noch zu vereinbaren, nach Rang: {}</translation>
    </message>
    <message>
      <source>Not submitted yet</source>
      <translation>Noch nicht abgegeben</translation>
    </message>
    <message>
      <source>Decided: {} of {}</source>
      <translation>Entschieden: {} von {}</translation>
    </message>
  </context>
  <context>
    <name>WaitingPage</name>
    <message>
      <source>Second reviews to be made by me</source>
      <translation>Zweite Beurteilungen, die ich zu machen habe</translation>
    </message>
    <message>
      <source>Second reviews that I asked for</source>
      <translation>Zweite Beurteilungen, um die ich gebeten habe</translation>
    </message>
    <message>
      <source>Open the review in the current row</source>
      <translation>Die Beurteilung in der gewählten Zeile öffnen</translation>
    </message>
    <message>
      <source>To be reviewed by me</source>
      <translation>Von mir zu beurteilen</translation>
    </message>
    <message>
      <source>You see sketch, photos and checklist, and nothing of what the first examiner found.</source>
      <translation>Sie sehen Vergleichsbild, Fotos und Merkmalsliste, und nichts von dem, was die erste Person fand.</translation>
    </message>
    <message>
      <source>Asked for by me</source>
      <translation>Von mir erbeten</translation>
    </message>
    <message>
      <source>Not submitted yet, or submitted with differences on which both examiners have to agree.</source>
      <translation>Noch nicht abgegeben, oder abgegeben mit Unterschieden, über die sich beide einigen müssen.</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
      <source>When an examiner asks you for a second review, it appears here, and so do those that you asked for until they are submitted and both agree.</source>
      <translation>Bittet Sie jemand um eine zweite Beurteilung, erscheint sie hier; ebenso die von Ihnen erbetenen, bis sie abgegeben sind und beide übereinstimmen.</translation>
    </message>
    <message>
      <source>&amp;Begin the review</source>
      <translation>Mit der Beurteilung &amp;beginnen</translation>
    </message>
    <message>
      <source>&amp;Open the review</source>
      <translation>Die Beurteilung ö&amp;ffnen</translation>
    </message>
  </context>
  <context>
    <name>WhyStep</name>
    <message>
      <source>Where the faces lie</source>
      <translation>Wo die Gesichter liegen</translation>
    </message>
    <message>
      <source>the sketch</source>
      <translation>das Vergleichsbild</translation>
    </message>
    <message>
      <source>photos imagined for it</source>
      <translation>dazu vorgestellte Fotos</translation>
    </message>
    <message>
      <source>candidates with their ranks</source>
      <translation>Kandidaten mit ihrem Rang</translation>
    </message>
    <message>
      <source>How the list falls off</source>
      <translation>Wie die Liste abfällt</translation>
    </message>
    <message>
      <source>What the likeness rests on</source>
      <translation>Worauf die Ähnlichkeit beruht</translation>
    </message>
    <message>
      <source>the likeness rests on it</source>
      <translation>die Ähnlichkeit beruht darauf</translation>
    </message>
    <message>
      <source>the likeness suffers from it</source>
      <translation>die Ähnlichkeit leidet darunter</translation>
    </message>
    <message>
      <source>Sketch that is covered</source>
      <translation>Abgedecktes Vergleichsbild</translation>
    </message>
    <message>
      <source>Sketch {}</source>
      <translation>Vergleichsbild {}</translation>
    </message>
    <message>
      <source>Candidate at rank {} of {}</source>
      <translation>Kandidat auf Rang {} von {}</translation>
    </message>
    <message>
      <source>The sketch will be covered place by place…</source>
      <translation>Das Vergleichsbild wird Stelle für Stelle abgedeckt …</translation>
    </message>
    <message>
      <source>The samples are being drawn again…</source>
      <translation>Die Proben werden neu gezogen …</translation>
    </message>
    <message>
      <source>The sketch is covered place by place: {} of {}</source>
      <translation>Das Vergleichsbild wird Stelle für Stelle abgedeckt: {} von {}</translation>
    </message>
    <message>
      <source>Rank {}</source>
      <translation>Rang {}</translation>
    </message>
    <message>
      <source>The figure was written to {}.</source>
      <translation>Die Abbildung wurde nach {} geschrieben.</translation>
    </message>
  </context>
  <context>
    <name>WorkAloneDialog</name>
    <message>
      <source>Work without accounts</source>
      <translation>Ohne Konten arbeiten</translation>
    </message>
    <message>
      <source>From now on nobody signs in: whoever sits at this computer may do everything, except what takes two people, and every report says so. The accounts are kept, and can hold again.</source>
      <translation>Von nun an meldet sich niemand an: Wer an diesem Computer sitzt, darf alles, außer was zwei Personen braucht, und jeder Bericht sagt das. Die Konten bleiben und können wieder gelten.</translation>
    </message>
    <message>
      <source>&amp;Why? The reason stands in the audit log</source>
      <translation>&amp;Warum? Der Grund steht im Protokoll</translation>
    </message>
    <message>
      <source>&amp;End accounts</source>
      <translation>Konten &amp;beenden</translation>
    </message>
  </context>
  <context>
    <name>WorkArea</name>
    <message>
      <source>Show the sketch as received (hold, or hold Space)</source>
      <translation>Vergleichsbild wie erhalten zeigen (halten, oder Leertaste halten)</translation>
    </message>
    <message>
      <source>Tab: next point · arrows: move by 1, with Shift by 10 · R: automatic · Space: as received</source>
      <translation>Tab: nächster Punkt · Pfeile: um 1 verschieben, mit Umschalt um 10 · R: automatisch · Leertaste: wie erhalten</translation>
    </message>
    <message>
      <source>A&amp;bout the sketch</source>
      <translation>&amp;Zum Vergleichsbild</translation>
    </message>
    <message>
      <source>{name}: {number} needed</source>
      <translation>{name}: {number} nötig</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>Vergrößern (+)</translation>
    </message>
    <message>
      <source>Zoom out (-)</source>
      <translation>Verkleinern (-)</translation>
    </message>
    <message>
      <source>See all of it (0)</source>
      <translation>Alles zeigen (0)</translation>
    </message>
    <message>
      <source>Face and &amp;edits</source>
      <translation>&amp;Gesicht und Bearbeitung</translation>
    </message>
  </context>
  <context>
    <name>Workbench</name>
    <message>
      <source>Add sketches</source>
      <translation>Vergleichsbilder hinzufügen</translation>
    </message>
    <message>
      <source>A search takes at most {} sketches.</source>
      <translation>Eine Suche nimmt höchstens {} Vergleichsbilder.</translation>
    </message>
    <message>
      <source>Choose another face</source>
      <translation>Anderes Gesicht wählen</translation>
    </message>
    <message>
      <source>Move the face box</source>
      <translation>Gesichtsrahmen verschieben</translation>
    </message>
    <message>
      <source>Move a point</source>
      <translation>Punkt verschieben</translation>
    </message>
    <message>
      <source>Find the face automatically</source>
      <translation>Gesicht automatisch finden</translation>
    </message>
    <message>
      <source>Set the points by hand</source>
      <translation>Punkte von Hand setzen</translation>
    </message>
    <message>
      <source>Set the box by hand</source>
      <translation>Rahmen von Hand setzen</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>Zuschneiden</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>Drehen</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>Spiegeln</translation>
    </message>
    <message>
      <source>Adjust the picture</source>
      <translation>Bild anpassen</translation>
    </message>
    <message>
      <source>{} (version {})</source>
      <translation>{} (Fassung {})</translation>
    </message>
    <message>
      <source>Copy as another version</source>
      <translation>Als weitere Fassung kopieren</translation>
    </message>
    <message>
      <source>Take a sketch away</source>
      <translation>Vergleichsbild wegnehmen</translation>
    </message>
    <message>
      <source>Rename a sketch</source>
      <translation>Vergleichsbild umbenennen</translation>
    </message>
    <message>
      <source>Open a file, drop it here, or paste a picture. Several sketches of one person are searched together.</source>
      <translation>Öffnen Sie eine Datei, legen Sie sie hier ab oder fügen Sie ein Bild ein. Mehrere Vergleichsbilder einer Person werden gemeinsam gesucht.</translation>
    </message>
    <message>
      <source>The dialog opens where the sketches of the demonstration are.</source>
      <translation>Der Dialog öffnet sich bei den Vergleichsbildern der Vorführung.</translation>
    </message>
    <message>
      <source>Choose a sketch</source>
      <translation>Vergleichsbild wählen</translation>
    </message>
    <message>
      <source>&amp;Open a sketch…</source>
      <translation>Vergleichsbild ö&amp;ffnen …</translation>
    </message>
  </context>
  <context>
    <name>YearsView</name>
    <message>
      <source>Year</source>
      <translation>Jahr</translation>
    </message>
    <message>
      <source>&amp;Year (UTC)</source>
      <translation>&amp;Jahr (UTC)</translation>
    </message>
    <message>
      <source>Export annual &amp;figures…</source>
      <translation>Jahres&amp;zahlen exportieren …</translation>
    </message>
    <message>
      <source>All years, as CSV or JSON</source>
      <translation>Alle Jahre, als CSV oder JSON</translation>
    </message>
    <message>
      <source>Annual figures</source>
      <translation>Jahreszahlen</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>Welche</translation>
    </message>
    <message>
      <source>Of what</source>
      <translation>Wovon</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Purposes, examiners, outcomes, decisions, exports and erasures, for annual reports</source>
      <translation>Zwecke, Prüfende, Ergebnisse, Befunde, Ausfuhren und Löschungen, für Jahresberichte</translation>
    </message>
    <message>
      <source>Searches</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Searches by outcome</source>
      <translation>Suchen nach Ergebnis</translation>
    </message>
    <message>
      <source>Searches by purpose</source>
      <translation>Suchen nach Zweck</translation>
    </message>
    <message>
      <source>Searches by examiner</source>
      <translation>Suchen nach Prüfenden</translation>
    </message>
    <message>
      <source>Candidates by decision</source>
      <translation>Kandidaten nach Befund</translation>
    </message>
    <message>
      <source>Second reviews</source>
      <translation>Zweite Beurteilungen</translation>
    </message>
    <message>
      <source>Exports</source>
      <translation>Ausfuhren</translation>
    </message>
    <message>
      <source>Erasures</source>
      <translation>Löschungen</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Erased since</source>
      <translation>Seitdem gelöscht</translation>
    </message>
    <message>
      <source>Somebody stands out</source>
      <translation>Jemand sticht hervor</translation>
    </message>
    <message>
      <source>Nobody stands out</source>
      <translation>Niemand sticht hervor</translation>
    </message>
    <message>
      <source>Not assessed</source>
      <translation>Nicht bewertet</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>Angefordert</translation>
    </message>
    <message>
      <source>Submitted</source>
      <translation>Abgegeben</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Zurückgezogen</translation>
    </message>
    <message>
      <source>Candidates concluded differently</source>
      <translation>Kandidaten mit verschiedenem Schluss</translation>
    </message>
    <message>
      <source>Of these agreed on</source>
      <translation>Davon geeinigt</translation>
    </message>
    <message>
      <source>Possible</source>
      <translation>Möglich</translation>
    </message>
    <message>
      <source>Excluded</source>
      <translation>Ausgeschlossen</translation>
    </message>
    <message>
      <source>Inconclusive</source>
      <translation>Nicht entscheidbar</translation>
    </message>
    <message>
      <source>Undecided</source>
      <translation>Offen</translation>
    </message>
  </context>
</TS>
