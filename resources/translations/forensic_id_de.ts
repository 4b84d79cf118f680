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
      <translation>das Regelwerk wählen</translation>
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
      <translation>Anteil des Fotos</translation>
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
      <translation>Noch nicht gespeichert: Geben Sie die Begründung an.</translation>
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
      <source>Version {}, {}, {} UTC. Features: {} of {}.</source>
      <translation>Fassung {}, {}, {} UTC. Merkmale: {} von {}.</translation>
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
      <source>Missing</source>
      <translation>Fehlt</translation>
    </message>
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
    <message>
      <source>The program made a mistake. What was saved before is kept. Copy the details and send them to whoever looks after this program.</source>
      <translation>Das Programm hat einen Fehler gemacht. Was bisher gespeichert war, bleibt erhalten. Kopieren Sie die Einzelheiten und senden Sie sie an die Stelle, die das Programm betreut.</translation>
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
    <name>Figures</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <source>CUHK Face Sketch Database, drawn from the photo</source>
      <translation>CUHK Face Sketch Database, nach dem Foto gezeichnet</translation>
    </message>
    <message>
      <source>CUFSF, drawn with exaggeration</source>
      <translation>CUFSF, mit Übertreibung gezeichnet</translation>
    </message>
    <message>
      <source>Sketches of photos from Labeled Faces in the Wild</source>
      <translation>Zeichnungen nach Fotos aus Labeled Faces in the Wild</translation>
    </message>
    <message>
      <source>Pairs held out of training</source>
      <translation>Vom Training zurückgehaltene Paare</translation>
    </message>
    <message>
      <source>{}, photos of strangers added</source>
      <translation>{}, um Fotos Fremder ergänzt</translation>
    </message>
    <message>
      <source>Recall@{}</source>
      <translation>Recall@{}</translation>
    </message>
    <message>
      <source>Photos</source>
      <translation>Fotos</translation>
    </message>
    <message>
      <source>Sketches</source>
      <translation>Vergleichsbilder</translation>
    </message>
    <message>
      <source>without generator</source>
      <translation>ohne Generator</translation>
    </message>
    <message>
      <source>Generator shift</source>
      <translation>Verschiebung durch den Generator</translation>
    </message>
    <message>
      <source>Generator spread</source>
      <translation>Streuung des Generators</translation>
    </message>
    <message>
      <source>Similarity among samples</source>
      <translation>Ähnlichkeit der Proben untereinander</translation>
    </message>
    <message>
      <source>Log posterior of the mate</source>
      <translation>Log-Posterior der gesuchten Person</translation>
    </message>
    <message>
      <source>Equal error rate</source>
      <translation>Gleichfehlerrate</translation>
    </message>
    <message>
      <source>log10 LR that the validation supports</source>
      <translation>log10 LR, den die Validierung trägt</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
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
      <source>%</source>
      <translation> %</translation>
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
      <translation>Nach Regelwerk</translation>
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
      <translation>Nach dem Regelwerk</translation>
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
      <source>A folder of photos. A table in CSV or JSON Lines is imported on the page Gallery.</source>
      <translation>Ein Ordner mit Fotos. Eine Tabelle in CSV oder JSON Lines wird auf der Seite Galerie eingelesen.</translation>
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
    <name>Quotation</name>
    <message>
      <source>“{}”</source>
      <translation>„{}“</translation>
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
      <source>This is a preview. Export and print are recorded in the audit log.</source>
      <translation>Dies ist eine Vorschau. Export und Druck stehen im Protokoll.</translation>
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
    <name>Sentences</name>
    <message>
      <source>An account needs a name of 1 to {1} letters, digits or signs without spaces, such as k.osei.</source>
      <translation>Ein Konto braucht einen Namen aus 1 bis {1} Buchstaben, Ziffern oder Zeichen ohne Leerzeichen, etwa k.osei.</translation>
    </message>
    <message>
      <source>The {1} {2} holds signs that cannot be printed in a line: remove them.</source>
      <translation>Die Angabe {2} (Feld {1}) enthält Zeichen, die sich nicht in eine Zeile drucken lassen: Entfernen Sie sie.</translation>
    </message>
    <message>
      <source>This is no anchor of an audit log.</source>
      <translation>Das ist kein Anker eines Protokolls.</translation>
    </message>
    <message>
      <source>Keep the library as it is, and compare it with a backup.</source>
      <translation>Lassen Sie die Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
      <source>{1} holds characters that are not valid Unicode.</source>
      <translation>{1} enthält Zeichen, die kein gültiges Unicode sind.</translation>
    </message>
    <message>
      <source>Entry {1} of the audit log is missing or was moved. {2}</source>
      <translation>Eintrag {1} des Protokolls fehlt oder wurde verschoben. {2}</translation>
    </message>
    <message>
      <source>Entry {1} of the audit log does not follow entry {2}: one was replaced. {3}</source>
      <translation>Eintrag {1} des Protokolls folgt nicht auf Eintrag {2}: Einer wurde ersetzt. {3}</translation>
    </message>
    <message>
      <source>Entry {1} of the audit log was altered. {2}</source>
      <translation>Eintrag {1} des Protokolls wurde verändert. {2}</translation>
    </message>
    <message>
      <source>The result is about {1} times as probable if the sketch shows {2} as if it shows {3}: {4}.</source>
      <translation>Das Ergebnis ist etwa {1}-mal so wahrscheinlich, wenn das Vergleichsbild {2} zeigt, wie wenn es {3} zeigt: {4}.</translation>
    </message>
    <message>
      <source>the witness's description</source>
      <translation>Beschreibung durch den Zeugen</translation>
    </message>
    <message>
      <source>date of the incident</source>
      <translation>Datum der Tat</translation>
    </message>
    <message>
      <source>interview date</source>
      <translation>Datum der Befragung</translation>
    </message>
    <message>
      <source>artist or system</source>
      <translation>Zeichner oder System</translation>
    </message>
    <message>
      <source>kind of sketch</source>
      <translation>Art des Vergleichsbilds</translation>
    </message>
    <message>
      <source>another person like those in the gallery</source>
      <translation>eine andere Person wie die in der Galerie</translation>
    </message>
    <message>
      <source>the person in the photo</source>
      <translation>die Person auf dem Foto</translation>
    </message>
    <message>
      <source>{1} for the proposition that the sketch shows {2}</source>
      <translation>{1} dafür, dass das Vergleichsbild {2} zeigt</translation>
    </message>
    <message>
      <source>extremely strong support</source>
      <translation>äußerst starke Stütze</translation>
    </message>
    <message>
      <source>very strong support</source>
      <translation>sehr starke Stütze</translation>
    </message>
    <message>
      <source>strong support</source>
      <translation>starke Stütze</translation>
    </message>
    <message>
      <source>moderately strong support</source>
      <translation>mäßig starke Stütze</translation>
    </message>
    <message>
      <source>moderate support</source>
      <translation>mäßige Stütze</translation>
    </message>
    <message>
      <source>weak support</source>
      <translation>schwache Stütze</translation>
    </message>
    <message>
      <source>no support for either proposition over the other</source>
      <translation>keine Stütze für eine der beiden Annahmen</translation>
    </message>
    <message>
      <source>{1} The calculated value lay beyond what the validation supports and was limited to this one.</source>
      <translation>{1} Der errechnete Wert lag jenseits dessen, was die Validierung trägt, und wurde auf diesen begrenzt.</translation>
    </message>
    <message>
      <source>The manifest is none of a case package.</source>
      <translation>Das Manifest ist keines eines Fallpakets.</translation>
    </message>
    <message>
      <source>The package is of version {1}, this program knows {2}. Update the program.</source>
      <translation>Das Paket hat die Version {1}, dieses Programm kennt {2}. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
      <source>The manifest lacks something that every case package has.</source>
      <translation>Dem Manifest fehlt etwas, das jedes Fallpaket hat.</translation>
    </message>
    <message>
      <source>The external id is empty: every subject needs one.</source>
      <translation>Die Kennung ist leer: Jede Person braucht eine.</translation>
    </message>
    <message>
      <source>The external id {1} holds control characters: remove them.</source>
      <translation>Die Kennung {1} enthält Steuerzeichen: Entfernen Sie sie.</translation>
    </message>
    <message>
      <source>The value of {1} has {2} characters; at most {3} fit.</source>
      <translation>Der Wert von {1} hat {2} Zeichen; höchstens {3} passen.</translation>
    </message>
    <message>
      <source>the incident date</source>
      <translation>Datum der Tat</translation>
    </message>
    <message>
      <source>the interview date</source>
      <translation>Datum der Befragung</translation>
    </message>
    <message>
      <source>retention date</source>
      <translation>Aufbewahrungsfrist</translation>
    </message>
    <message>
      <source>the case's {1}</source>
      <translation>{1} (Fall)</translation>
    </message>
    <message>
      <source>the witness</source>
      <translation>Zeuge</translation>
    </message>
    <message>
      <source>the sketch's artist</source>
      <translation>Zeichner des Vergleichsbilds</translation>
    </message>
    <message>
      <source>the sketch's kind</source>
      <translation>Art des Vergleichsbilds</translation>
    </message>
    <message>
      <source>the reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>the remark on {1}</source>
      <translation>Bemerkung zu {1}</translation>
    </message>
    <message>
      <source>the notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>The value of {1} holds characters that are not valid Unicode: {2}.</source>
      <translation>Der Wert von {1} enthält Zeichen, die kein gültiges Unicode sind: {2}.</translation>
    </message>
    <message>
      <source>its thumbnail is {1}</source>
      <translation>das Vorschaubild ist {1}</translation>
    </message>
    <message>
      <source>{1} x {2} pixels in size</source>
      <translation>{1} x {2} Pixel groß</translation>
    </message>
    <message>
      <source>missing or cannot be decoded</source>
      <translation>nicht vorhanden oder nicht zu entschlüsseln</translation>
    </message>
    <message>
      <source>its aligned crop is {1}</source>
      <translation>der ausgerichtete Ausschnitt ist {1}</translation>
    </message>
    <message>
      <source>its length is {1}, not 1</source>
      <translation>die Länge ist {1}, nicht 1</translation>
    </message>
    <message>
      <source>it holds what is no number</source>
      <translation>enthalten ist, was keine Zahl ist</translation>
    </message>
    <message>
      <source>it has {1} bytes, not {2}</source>
      <translation>es sind {1} Bytes, nicht {2}</translation>
    </message>
    <message>
      <source>The transaction holds no face (Type-10 record with image type FACE).</source>
      <translation>Die Transaktion enthält kein Gesicht (Type-10-Datensatz mit dem Bildtyp FACE).</translation>
    </message>
    <message>
      <source>The file cannot be read: {1}.</source>
      <translation>Die Datei lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
      <source>The value of {1} is neither text nor a whole number.</source>
      <translation>Der Wert von {1} ist weder Text noch eine ganze Zahl.</translation>
    </message>
    <message>
      <source>The line is no JSON object of columns and values.</source>
      <translation>Die Zeile ist kein JSON-Objekt aus Spalten und Werten.</translation>
    </message>
    <message>
      <source>The line is no JSON: {1}.</source>
      <translation>Die Zeile ist kein JSON: {1}.</translation>
    </message>
    <message>
      <source>The line has {1} cells, the header names {2}.</source>
      <translation>Die Zeile hat {1} Zellen, die Kopfzeile nennt {2}.</translation>
    </message>
    <message>
      <source>The line is no CSV: {1}.</source>
      <translation>Die Zeile ist kein CSV: {1}.</translation>
    </message>
    <message>
      <source>The same photo is enrolled already under the subject {1}, so it was not enrolled under {2}. Decide whose photo it is.</source>
      <translation>Dasselbe Foto ist schon unter der Person {1} aufgenommen und wurde deshalb nicht unter {2} aufgenommen. Entscheiden Sie, wen es zeigt.</translation>
    </message>
    <message>
      <source>No longer past the retention date.</source>
      <translation>Die Aufbewahrungsfrist ist nicht mehr abgelaufen.</translation>
    </message>
    <message>
      <source>Kept by {1}.</source>
      <translation>Bleibt wegen: {1}.</translation>
    </message>
    <message>
      <source>No longer past its term.</source>
      <translation>Die Frist ist nicht mehr abgelaufen.</translation>
    </message>
    <message>
      <source>It calls its picture {1}, but that is {2}. Have it sent anew.</source>
      <translation>Das Bild wird {1} genannt, ist aber {2}. Lassen Sie es neu senden.</translation>
    </message>
    <message>
      <source>Its picture ({1}) is neither JPEG, JPEG 2000 nor PNG.</source>
      <translation>Das Bild ({1}) ist weder JPEG noch JPEG 2000 noch PNG.</translation>
    </message>
    <message>
      <source>of no named compression</source>
      <translation>ohne genannte Kompression</translation>
    </message>
    <message>
      <source>It holds no picture (field 10.999).</source>
      <translation>Es ist kein Bild enthalten (Feld 10.999).</translation>
    </message>
    <message>
      <source>It holds text that is not in the encoding it names ({1}).</source>
      <translation>Enthalten ist Text, der nicht in der genannten Kodierung ({1}) vorliegt.</translation>
    </message>
    <message>
      <source>The file does not begin with a Type-1 record.</source>
      <translation>Die Datei beginnt nicht mit einem Type-1-Datensatz.</translation>
    </message>
    <message>
      <source>The file has {1} bytes; at most {2} are taken.</source>
      <translation>Die Datei hat {1} Bytes; höchstens {2} werden angenommen.</translation>
    </message>
    <message>
      <source>The birth year {1} is no year from {2} to {3}.</source>
      <translation>Das Geburtsjahr {1} ist kein Jahr von {2} bis {3}.</translation>
    </message>
    <message>
      <source>The {1} {2} is no date of the form YYYY-MM-DD.</source>
      <translation>{2} ist kein Datum der Form JJJJ-MM-TT ({1}).</translation>
    </message>
    <message>
      <source>A crop needs a corner inside the picture and {1} or more pixels a side, not {2},{3},{4},{5}.</source>
      <translation>Ein Zuschnitt braucht eine Ecke im Bild und mindestens {1} Pixel je Seite, nicht {2},{3},{4},{5}.</translation>
    </message>
    <message>
      <source>A picture is turned by up to 180 degrees either way, and by more than none, not by {1}.</source>
      <translation>Ein Bild wird um höchstens 180 Grad in jede Richtung gedreht, und um mehr als 0, nicht um {1}.</translation>
    </message>
    <message>
      <source>Levels need black below white, both from 0 to {1}, not {2} and {3}.</source>
      <translation>Bei den Tonwerten muss Schwarz unter Weiß liegen, beide von 0 bis {1}, nicht {2} und {3}.</translation>
    </message>
    <message>
      <source>Gamma must be from {1} to {2}, not {3}.</source>
      <translation>Gamma muss von {1} bis {2} reichen, nicht {3}.</translation>
    </message>
    <message>
      <source>{1} is no edit that this version knows.</source>
      <translation>{1} ist keine Bearbeitung, die diese Version kennt.</translation>
    </message>
    <message>
      <source>The edit {1} cannot be read from {2}.</source>
      <translation>Die Bearbeitung {1} lässt sich aus {2} nicht lesen.</translation>
    </message>
    <message>
      <source>“{1}” goes beyond the picture of {2} x {3} pixels.</source>
      <translation>„{1}“ reicht über das Bild von {2} x {3} Pixeln hinaus.</translation>
    </message>
    <message>
      <source>The {1} must be above 0 and at most 1, not {2}.</source>
      <translation>Der Wert für {1} muss über 0 und höchstens 1 sein, nicht {2}.</translation>
    </message>
    <message>
      <source>background cleaning</source>
      <translation>Hintergrundreinigung</translation>
    </message>
    <message>
      <source>Cropped to {1} x {2} pixels from ({3}, {4})</source>
      <translation>Zugeschnitten auf {1} x {2} Pixel ab ({3}, {4})</translation>
    </message>
    <message>
      <source>Turned by {1}° clockwise</source>
      <translation>Um {1}° im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
      <source>Turned by {1}° anticlockwise</source>
      <translation>Um {1}° gegen den Uhrzeigersinn gedreht</translation>
    </message>
    <message>
      <source>Mirrored: left and right swapped</source>
      <translation>Gespiegelt: links und rechts vertauscht</translation>
    </message>
    <message>
      <source>Levels set: black {1}, white {2}, gamma {3}</source>
      <translation>Tonwerte gesetzt: Schwarz {1}, Weiß {2}, Gamma {3}</translation>
    </message>
    <message>
      <source>Local contrast raised by {1}</source>
      <translation>Lokaler Kontrast um {1} angehoben</translation>
    </message>
    <message>
      <source>Background cleaned by {1}</source>
      <translation>Hintergrund um {1} gereinigt</translation>
    </message>
    <message>
      <source>The filter {1} has no '='. Write it as field=value, for example sex=male.</source>
      <translation>Dem Filter {1} fehlt das „=“. Schreiben Sie ihn als Feld=Wert, etwa sex=male.</translation>
    </message>
    <message>
      <source>{1} is no filter field. Known fields are: {2}.</source>
      <translation>{1} ist kein Feld für Filter. Bekannte Felder: {2}.</translation>
    </message>
    <message>
      <source>The filter {1} needs a value, for example {2}.</source>
      <translation>Der Filter {1} braucht einen Wert, etwa {2}.</translation>
    </message>
    <message>
      <source>The filter {1} runs backwards: write the smaller value first.</source>
      <translation>Der Filter {1} läuft rückwärts: Schreiben Sie den kleineren Wert zuerst.</translation>
    </message>
    <message>
      <source>The table {1} has a trigger that this program did not make: {2}.</source>
      <translation>Die Tabelle {1} hat einen Trigger, den dieses Programm nicht gemacht hat: {2}.</translation>
    </message>
    <message>
      <source>The guard {1} of the table {2} {3}.</source>
      <translation>Der Wächter {1} der Tabelle {2} {3}.</translation>
    </message>
    <message>
      <source>was removed</source>
      <translation>wurde entfernt</translation>
    </message>
    <message>
      <source>was altered</source>
      <translation>wurde verändert</translation>
    </message>
    <message>
      <source>The password is too short: it needs at least {1} characters. Several words that do not belong together are easy to remember and hard to guess.</source>
      <translation>Das Passwort ist zu kurz: Es braucht mindestens {1} Zeichen. Mehrere Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
      <source>The password is too long: at most {1} characters are used.</source>
      <translation>Das Passwort ist zu lang: Höchstens {1} Zeichen werden verwendet.</translation>
    </message>
    <message>
      <source>The password contains the account's name. Choose another one.</source>
      <translation>Das Passwort enthält den Namen des Kontos. Wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>The password is easily guessed: it is mostly common words, rows of keys or repetitions. Several words that do not belong together are better.</source>
      <translation>Das Passwort ist leicht zu erraten: Es besteht größtenteils aus häufigen Wörtern, Tastenreihen oder Wiederholungen. Besser sind mehrere Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
      <source>{1} is no field of a {2}. Known fields are: {3}.</source>
      <translation>{1} ist kein Feld, das es hier gibt ({2}). Bekannte Felder: {3}.</translation>
    </message>
    <message>
      <source>Purpose and authority are recorded for every search; nothing is restricted beyond that.</source>
      <translation>Zweck und Rechtsgrundlage werden zu jeder Suche festgehalten; darüber hinaus ist nichts eingeschränkt.</translation>
    </message>
    <message>
      <source>The policy profile {1} asks for the reference of the authorisation: write its number into the legal authority, for example 'court order 12/2026'.</source>
      <translation>Das Regelwerk {1} verlangt das Aktenzeichen der Genehmigung: Schreiben Sie seine Nummer in die Rechtsgrundlage, etwa „Beschluss 12/2026“.</translation>
    </message>
    <message>
      <source>Ask whoever is responsible for this library.</source>
      <translation>Fragen Sie, wer für diese Bibliothek verantwortlich ist.</translation>
    </message>
    <message>
      <source>The policy profile {1} does not allow searching sketches. {2}</source>
      <translation>Das Regelwerk {1} erlaubt keine Suche nach Vergleichsbildern. {2}</translation>
    </message>
    <message>
      <source>The policy profile {1} allows at most {2} candidates, not {3}. Ask for a shorter list.</source>
      <translation>Das Regelwerk {1} erlaubt höchstens {2} Kandidaten, nicht {3}. Verlangen Sie eine kürzere Liste.</translation>
    </message>
    <message>
      <source>The policy profile {1} asks for these details of the sketch: {2}.</source>
      <translation>Das Regelwerk {1} verlangt diese Angaben zum Vergleichsbild: {2}.</translation>
    </message>
    <message>
      <source>Sketches are not searched.</source>
      <translation>Vergleichsbilder werden nicht gesucht.</translation>
    </message>
    <message>
      <source>Every case needs its number, offence, legal authority and requester.</source>
      <translation>Jeder Fall braucht Nummer, Delikt, Rechtsgrundlage und Auftraggeber.</translation>
    </message>
    <message>
      <source>The legal authority names the reference of the authorisation.</source>
      <translation>Die Rechtsgrundlage nennt das Aktenzeichen der Genehmigung.</translation>
    </message>
    <message>
      <source>Every search says of its sketch: {1}.</source>
      <translation>Jede Suche sagt von ihrem Vergleichsbild: {1}.</translation>
    </message>
    <message>
      <source>A list holds at most {1} candidates.</source>
      <translation>Eine Liste umfasst höchstens {1} Kandidaten.</translation>
    </message>
    <message>
      <source>A report is final only after a second examiner's review.</source>
      <translation>Ein Bericht ist erst nach einer zweiten Beurteilung endgültig.</translation>
    </message>
    <message>
      <source>No reason makes it final without one.</source>
      <translation>Keine Begründung macht ihn ohne sie endgültig.</translation>
    </message>
    <message>
      <source>Photos are due for removal {1} days after they were enrolled.</source>
      <translation>Fotos sind {1} Tage nach ihrer Aufnahme in die Galerie zur Löschung fällig.</translation>
    </message>
    <message>
      <source>Sketches, searches and reviews are due for removal {1} after their case was closed.</source>
      <translation>Vergleichsbilder, Suchen und Beurteilungen sind {1} nach Abschluss ihres Falls zur Löschung fällig.</translation>
    </message>
    <message>
      <source>{1} days</source>
      <translation>{1} Tage</translation>
    </message>
    <message>
      <source>The policy profile {1} is no TOML: {2}. Mend the file.</source>
      <translation>Das Regelwerk {1} ist kein TOML: {2}. Berichtigen Sie die Datei.</translation>
    </message>
    <message>
      <source>The policy profile {1} has an unknown field {2}. Remove it.</source>
      <translation>Das Regelwerk {1} hat ein unbekanntes Feld {2}. Entfernen Sie es.</translation>
    </message>
    <message>
      <source>The policy profile {1} lacks its title.</source>
      <translation>Dem Regelwerk {1} fehlt der Titel.</translation>
    </message>
    <message>
      <source>The policy profile {1} has an unknown field '{2}.{3}'. Remove it.</source>
      <translation>Das Regelwerk {1} hat ein unbekanntes Feld „{2}.{3}“. Entfernen Sie es.</translation>
    </message>
    <message>
      <source>In the policy profile {1}, {2} must be {3}, not {4}.</source>
      <translation>Im Regelwerk {1} muss {2} sein: {3}, nicht {4}.</translation>
    </message>
    <message>
      <source>a list of {1}</source>
      <translation>eine Liste aus {1}</translation>
    </message>
    <message>
      <source>a whole number from 1 to {1}</source>
      <translation>eine ganze Zahl von 1 bis {1}</translation>
    </message>
    <message>
      <source>a list of texts between quotation marks</source>
      <translation>eine Liste von Texten in Anführungszeichen</translation>
    </message>
    <message>
      <source>one line of text of at most {1} characters</source>
      <translation>eine Zeile Text mit höchstens {1} Zeichen</translation>
    </message>
    <message>
      <source>text between quotation marks</source>
      <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <source>Stopped on request. Everything finished so far is kept.</source>
      <translation>Auf Wunsch angehalten. Was bis jetzt fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>Investigative lead only. Not an identification. Not probable cause.</source>
      <translation>Nur ein Ermittlungshinweis. Keine Identifizierung. Kein hinreichender Verdacht.</translation>
    </message>
    <message>
      <source>Of subject {1} nothing is named to be erased.</source>
      <translation>Von der Person {1} ist nichts benannt, was gelöscht werden soll.</translation>
    </message>
    <message>
      <source>hold {1} on {2} ({3}{4})</source>
      <translation>Sperre {1} auf {2} ({3}{4})</translation>
    </message>
    <message>
      <source>this person</source>
      <translation>diese Person</translation>
    </message>
    <message>
      <source>the case {1}</source>
      <translation>den Fall {1}</translation>
    </message>
    <message>
      <source>Expunged on {1}</source>
      <translation>Auf Anordnung gelöscht am {1}</translation>
    </message>
    <message>
      <source>Purged on {1}</source>
      <translation>Nach Fristablauf gelöscht am {1}</translation>
    </message>
    <message>
      <source>{1} is no component of the list: {2}.</source>
      <translation>{1} ist kein Merkmal der Liste: {2}.</translation>
    </message>
    <message>
      <source>Other features</source>
      <translation>Andere Merkmale</translation>
    </message>
    <message>
      <source>Facial marks</source>
      <translation>Hautmale</translation>
    </message>
    <message>
      <source>Facial lines</source>
      <translation>Gesichtsfalten</translation>
    </message>
    <message>
      <source>Facial hair</source>
      <translation>Gesichtsbehaarung</translation>
    </message>
    <message>
      <source>Hairline/baldness pattern</source>
      <translation>Haaransatz/Glatzenform</translation>
    </message>
    <message>
      <source>Face/head composition</source>
      <translation>Gesichts-/Kopfaufbau</translation>
    </message>
    <message>
      <source>Face/head outline</source>
      <translation>Gesichts-/Kopfumriss</translation>
    </message>
    <message>
      <source>The decision “{1}” needs a reason: say what it rests on.</source>
      <translation>Die Entscheidung „{1}“ braucht eine Begründung: Sagen Sie, worauf sie beruht.</translation>
    </message>
    <message>
      <source>The candidate at rank {1} was reviewed by {2} at {3} meanwhile (version {4}). Nothing was written over it: look at it, then save yours after it.</source>
      <translation>Der Kandidat auf Rang {1} wurde inzwischen von {2} beurteilt, am {3} (Version {4}). Nichts wurde überschrieben: Sehen Sie es an, und speichern Sie Ihre Beurteilung dann danach.</translation>
    </message>
    <message>
      <source>This library is used by one person alone, so there is no second examiner. Switch it to accounts in the settings to have one.</source>
      <translation>Diese Bibliothek benutzt eine Person allein, also gibt es keine zweite. Richten Sie in den Einstellungen Konten ein, um eine zu haben.</translation>
    </message>
    <message>
      <source>This library has accounts, and nobody has signed in: sign in to {1}.</source>
      <translation>Diese Bibliothek hat Konten, und niemand ist angemeldet. Zuerst anmelden, dann: {1}.</translation>
    </message>
    <message>
      <source>read the audit log</source>
      <translation>das Protokoll lesen</translation>
    </message>
    <message>
      <source>manage accounts</source>
      <translation>Konten verwalten</translation>
    </message>
    <message>
      <source>change the model</source>
      <translation>das Modell wechseln</translation>
    </message>
    <message>
      <source>choose the policy profile</source>
      <translation>das Regelwerk wählen</translation>
    </message>
    <message>
      <source>exchange records with other systems</source>
      <translation>Datensätze mit anderen Systemen austauschen</translation>
    </message>
    <message>
      <source>back up, restore or encrypt the library</source>
      <translation>die Bibliothek sichern, wiederherstellen oder verschlüsseln</translation>
    </message>
    <message>
      <source>place or lift a legal hold</source>
      <translation>eine rechtliche Sperre setzen oder aufheben</translation>
    </message>
    <message>
      <source>set retention or remove anything</source>
      <translation>Aufbewahrung festlegen oder etwas entfernen</translation>
    </message>
    <message>
      <source>change what is recorded in the gallery</source>
      <translation>ändern, was in der Galerie vermerkt ist</translation>
    </message>
    <message>
      <source>import photos</source>
      <translation>Fotos aufnehmen</translation>
    </message>
    <message>
      <source>open and close cases</source>
      <translation>Fälle öffnen und schließen</translation>
    </message>
    <message>
      <source>produce reports and exports</source>
      <translation>Berichte und Ausfuhren erstellen</translation>
    </message>
    <message>
      <source>make a second review</source>
      <translation>ein zweites Mal beurteilen</translation>
    </message>
    <message>
      <source>review candidates</source>
      <translation>Kandidaten beurteilen</translation>
    </message>
    <message>
      <source>search sketches</source>
      <translation>nach Vergleichsbildern suchen</translation>
    </message>
    <message>
      <source>look through this library</source>
      <translation>diese Bibliothek ansehen</translation>
    </message>
    <message>
      <source>{1} has to choose a new password first: the present one was set by an administrator.</source>
      <translation>{1} muss zuerst ein neues Passwort wählen: Das jetzige wurde von der Verwaltung gesetzt.</translation>
    </message>
    <message>
      <source>brought to a newer form</source>
      <translation>in eine neuere Form gebracht</translation>
    </message>
    <message>
      <source>put in order</source>
      <translation>in Ordnung gebracht</translation>
    </message>
    <message>
      <source>given another key</source>
      <translation>mit einem anderen Schlüssel versehen</translation>
    </message>
    <message>
      <source>{1} may not {2}: that takes the role {3}. Ask an administrator of this library.</source>
      <translation>{1} fehlt ein Recht: {2}. Dafür braucht es die Rolle {3}. Fragen Sie einen Verwalter dieser Bibliothek.</translation>
    </message>
    <message>
      <source>{1}. Roles are: {2}.</source>
      <translation>{1}. Rollen sind: {2}.</translation>
    </message>
    <message>
      <source>An account needs a role</source>
      <translation>Ein Konto braucht eine Rolle</translation>
    </message>
    <message>
      <source>{1} is no role</source>
      <translation>{1} ist keine Rolle</translation>
    </message>
    <message>
      <source>The passphrase has {1} characters; it needs at least {2}. Several words that do not belong together are easy to remember and hard to guess.</source>
      <translation>Die Passphrase hat {1} Zeichen; sie braucht mindestens {2}. Mehrere Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
      <source>The passphrase has more than {1} characters.</source>
      <translation>Die Passphrase hat mehr als {1} Zeichen.</translation>
    </message>
    <message>
      <source>The passphrase repeats the same few characters. Choose several different words.</source>
      <translation>Die Passphrase wiederholt dieselben wenigen Zeichen. Wählen Sie mehrere verschiedene Wörter.</translation>
    </message>
    <message>
      <source>No candidate was decided yet, so there is nothing that a second examiner could have reviewed.</source>
      <translation>Über keinen Kandidaten wurde bisher entschieden, also gibt es nichts, was eine zweite Person hätte beurteilen können.</translation>
    </message>
    <message>
      <source>No second examiner has reviewed the conclusion that holds now, at rank: {1}.</source>
      <translation>Den Schluss, der jetzt gilt, hat keine zweite Person beurteilt, auf Rang: {1}.</translation>
    </message>
    <message>
      <source>Both examiners differ and no agreed conclusion is recorded, at rank: {1}.</source>
      <translation>Die beiden Beurteilungen weichen voneinander ab, und keine Einigung ist festgehalten, auf Rang: {1}.</translation>
    </message>
    <message>
      <source>{1} is no fingerprint: 64 hexadecimal digits are. `key show` prints them.</source>
      <translation>{1} ist kein Fingerabdruck: Er hat 64 hexadezimale Ziffern. Die Einstellungen und „key show“ zeigen ihn.</translation>
    </message>
    <message>
      <source>The signature is none of the kind that this program makes (Ed25519).</source>
      <translation>Die Signatur ist nicht von der Art, die dieses Programm macht (Ed25519).</translation>
    </message>
    <message>
      <source>{1} is larger than any file of anchors. Name another one.</source>
      <translation>{1} ist größer als jede Ankerdatei. Nennen Sie eine andere.</translation>
    </message>
    <message>
      <source>There is no file of anchors {1}. Name another one.</source>
      <translation>Es gibt keine Ankerdatei {1}. Nennen Sie eine andere.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}.</source>
      <translation>{1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
      <source>The anchor cannot be written to {1}: {2}.</source>
      <translation>Der Anker lässt sich nicht in {1} schreiben: {2}.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}.</source>
      <translation>{1} lässt sich nicht schreiben: {2}.</translation>
    </message>
    <message>
      <source>Its length field says {1} bytes, but the record does not end there.</source>
      <translation>Das Längenfeld nennt {1} Bytes, aber der Datensatz endet dort nicht.</translation>
    </message>
    <message>
      <source>It holds a field without a number of its own type.</source>
      <translation>Enthalten ist ein Feld ohne Nummer seines eigenen Typs.</translation>
    </message>
    <message>
      <source>It holds the field {1}.{2} twice.</source>
      <translation>Das Feld {1}.{2} ist zweimal enthalten.</translation>
    </message>
    <message>
      <source>{1} is neither JPEG, JPEG 2000 nor PNG, and a Type-10 record holds nothing else. Export it as it is, with the CSV format.</source>
      <translation>{1} ist weder JPEG noch JPEG 2000 noch PNG, und anderes fasst ein Type-10-Datensatz nicht. Exportieren Sie es, wie es ist, mit dem Format CSV.</translation>
    </message>
    <message>
      <source>{1} lacks the file {2}.</source>
      <translation>{1} fehlt die Datei {2}.</translation>
    </message>
    <message>
      <source>The file {1} in {2} is damaged: {3}.</source>
      <translation>Die Datei {1} in {2} ist beschädigt: {3}.</translation>
    </message>
    <message>
      <source>The file {1} in {2} is damaged: it ends too early.</source>
      <translation>Die Datei {1} in {2} ist beschädigt: Sie endet zu früh.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Choose another place.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Name a case package.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Nennen Sie ein Fallpaket.</translation>
    </message>
    <message>
      <source>{1} is no zip file that can be read: {2}.</source>
      <translation>{1} ist keine lesbare Zip-Datei: {2}.</translation>
    </message>
    <message>
      <source>{1} holds {2} files; no case package has more than {3}.</source>
      <translation>{1} enthält {2} Dateien; kein Fallpaket hat mehr als {3}.</translation>
    </message>
    <message>
      <source>{1} holds two files of one name, so what it says depends on who reads it.</source>
      <translation>{1} enthält zwei Dateien gleichen Namens; was darin steht, hinge davon ab, wer liest.</translation>
    </message>
    <message>
      <source>{1} was not opened: {2} {3}.</source>
      <translation>{1} wurde nicht geöffnet: {2} {3}.</translation>
    </message>
    <message>
      <source>claims another size than it has</source>
      <translation>gibt eine andere Größe an, als sie hat</translation>
    </message>
    <message>
      <source>would have {1} bytes</source>
      <translation>hätte {1} Bytes</translation>
    </message>
    <message>
      <source>is compressed in an unusual way</source>
      <translation>ist auf ungewöhnliche Weise komprimiert</translation>
    </message>
    <message>
      <source>is encrypted</source>
      <translation>ist verschlüsselt</translation>
    </message>
    <message>
      <source>is a link or a device and no file</source>
      <translation>ist eine Verknüpfung oder ein Gerät und keine Datei</translation>
    </message>
    <message>
      <source>is no name of a file that case packages have</source>
      <translation>ist kein Name einer Datei, die Fallpakete haben</translation>
    </message>
    <message>
      <source>{1} was not opened: its files would unfold to more than a gibibyte of text.</source>
      <translation>{1} wurde nicht geöffnet: Entpackt wären es mehr als ein Gibibyte Text.</translation>
    </message>
    <message>
      <source>{1} was not opened: its files overlap or begin at the wrong place.</source>
      <translation>{1} wurde nicht geöffnet: Die Dateien darin überlappen sich oder beginnen an der falschen Stelle.</translation>
    </message>
    <message>
      <source>{1} is not the file that {2} names: its SHA-256 differs. It is damaged or was altered; get the bundle again from its source.</source>
      <translation>{1} ist nicht die Datei, die {2} nennt: Der SHA-256 ist ein anderer. Sie ist beschädigt oder wurde verändert; beschaffen Sie das Modell neu von seiner Quelle.</translation>
    </message>
    <message>
      <source>{1} is larger than {2} MB, which no bundle file is.</source>
      <translation>{1} ist größer als {2} MB; keine Datei eines Modells ist das.</translation>
    </message>
    <message>
      <source>{1} cannot be read ({2}). Name a folder with a complete bundle.</source>
      <translation>{1} lässt sich nicht lesen ({2}). Nennen Sie einen Ordner mit einem vollständigen Modell.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Check the permissions of the folder of models.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Prüfen Sie die Zugriffsrechte des Ordners der Modelle.</translation>
    </message>
    <message>
      <source>{1} changed while it was copied. Install it again.</source>
      <translation>{1} hat sich beim Kopieren verändert. Installieren Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The bundle cannot be copied to {1}: {2}. Make room or check the permissions.</source>
      <translation>Das Modell lässt sich nicht nach {1} kopieren: {2}. Schaffen Sie Platz, oder prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <source>{1} cannot be removed: {2}. Check the permissions.</source>
      <translation>{1} lässt sich nicht entfernen: {2}. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <source>{1} {2}. Use a bundle exported by this project's trainer.</source>
      <translation>{1} {2}. Verwenden Sie ein Modell, das der Trainer dieses Programms exportiert hat.</translation>
    </message>
    <message>
      <source>keeps weights in another file</source>
      <translation>hält Gewichte in einer anderen Datei</translation>
    </message>
    <message>
      <source>uses operators of the foreign domain {1}</source>
      <translation>verwendet Operatoren des fremden Bereichs {1}</translation>
    </message>
    <message>
      <source>defines functions of its own</source>
      <translation>definiert eigene Funktionen</translation>
    </message>
    <message>
      <source>{1} is no ONNX file. Get the bundle again from its source.</source>
      <translation>{1} ist keine ONNX-Datei. Beschaffen Sie das Modell neu von seiner Quelle.</translation>
    </message>
    <message>
      <source>{1} is of landmark format {2}; this program reads {3}. Use a bundle made for this version.</source>
      <translation>{1} hat das Punkteformat {2}; dieses Programm liest {3}. Verwenden Sie ein Modell für diese Version.</translation>
    </message>
    <message>
      <source>{1} cannot be read ({2}). Check the path.</source>
      <translation>{1} lässt sich nicht lesen ({2}). Prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <source>{1} cannot be run ({2}).</source>
      <translation>{1} lässt sich nicht ausführen ({2}).</translation>
    </message>
    <message>
      <source>{1} gives no five finite points. Get the bundle again.</source>
      <translation>{1} liefert keine fünf endlichen Punkte. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>{1} lacks a number for {2} in its metadata. Get the bundle again.</source>
      <translation>{1} fehlt eine Zahl für {2} in den Metadaten. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>{1} gives {2} as {3}; it must be above 0 and at most {4}.</source>
      <translation>{1} gibt {2} als {3} an; der Wert muss über 0 und höchstens {4} sein.</translation>
    </message>
    <message>
      <source>{1} is of format version {2}; this program reads version {3}. Use a bundle made for this version or update the program.</source>
      <translation>{1} hat die Formatversion {2}; dieses Programm liest Version {3}. Verwenden Sie ein Modell für diese Version, oder aktualisieren Sie das Programm.</translation>
    </message>
    <message>
      <source>{1}: the field {2} must be {3}. Get the bundle again.</source>
      <translation>{1}: Das Feld {2} muss sein: {3}. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>a text that is not empty</source>
      <translation>ein Text, der nicht leer ist</translation>
    </message>
    <message>
      <source>a JSON object</source>
      <translation>ein JSON-Objekt</translation>
    </message>
    <message>
      <source>a JSON list</source>
      <translation>eine JSON-Liste</translation>
    </message>
    <message>
      <source>plain file names with SHA-256 hashes, {1} among them</source>
      <translation>einfache Dateinamen mit SHA-256-Hashwerten, darunter {1}</translation>
    </message>
    <message>
      <source>a number from {1} to {2}</source>
      <translation>eine Zahl von {1} bis {2}</translation>
    </message>
    <message>
      <source>{1}, which this program computes, and at most {2} beside it, an exponent and a level above 0 and up to 1</source>
      <translation>{1}, wie dieses Programm rechnet, und daneben höchstens {2}, ein Exponent und eine Stufe über 0 und bis 1</translation>
    </message>
    <message>
      <source>{1}: {2}. Get the bundle again, or calibrate it again.</source>
      <translation>{1}: {2}. Beschaffen Sie das Modell neu, oder kalibrieren Sie es neu.</translation>
    </message>
    <message>
      <source>{1} is not valid JSON ({2}). Get the bundle again.</source>
      <translation>{1} ist kein gültiges JSON ({2}). Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>{1} must hold one JSON object. Get the bundle again.</source>
      <translation>{1} muss genau ein JSON-Objekt enthalten. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>{1} lacks {2}. Get the bundle again.</source>
      <translation>{1} fehlt {2}. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>{1} has unknown fields: {2}. Get the bundle again.</source>
      <translation>{1} hat unbekannte Felder: {2}. Beschaffen Sie das Modell neu.</translation>
    </message>
    <message>
      <source>The seed must be a whole number from 0 to {1}, not {2}.</source>
      <translation>Der Startwert muss eine ganze Zahl von 0 bis {1} sein, nicht {2}.</translation>
    </message>
    <message>
      <source>{1} gives {2} that are not {3} finite numbers a row.</source>
      <translation>{1} liefert {2}, die keine {3} endlichen Zahlen je Zeile sind.</translation>
    </message>
    <message>
      <source>{1} gives {2} that are not of unit length.</source>
      <translation>{1} liefert {2}, die nicht die Länge 1 haben.</translation>
    </message>
    <message>
      <source>{1} cannot be opened ({2}).</source>
      <translation>{1} lässt sich nicht öffnen ({2}).</translation>
    </message>
    <message>
      <source>{1} has the {2} {3}; it must have {4}.</source>
      <translation>{1} hat {3} ({2}); nötig ist {4}.</translation>
    </message>
    <message>
      <source>{1} float32 {2}</source>
      <translation>{1} float32 {2}</translation>
    </message>
    <message>
      <source>The kernel width sigma must be a positive number, not {1}.</source>
      <translation>Die Kernbreite Sigma muss eine positive Zahl sein, nicht {1}.</translation>
    </message>
    <message>
      <source>The stored feature of photo {1} is damaged: compute the features anew.</source>
      <translation>Das gespeicherte Merkmal des Fotos {1} ist beschädigt: Berechnen Sie die Merkmale neu.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Choose another place or make room, then try again.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Wählen Sie einen anderen Ort oder schaffen Sie Platz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{1}, record {2}</source>
      <translation>{1}, Datensatz {2}</translation>
    </message>
    <message>
      <source>{1}, line {2}</source>
      <translation>{1}, Zeile {2}</translation>
    </message>
    <message>
      <source>The font {1} cannot be read ({2}). Reinstall the program: reports need its fonts.</source>
      <translation>Die Schrift {1} lässt sich nicht lesen ({2}). Installieren Sie das Programm neu: Berichte brauchen seine Schriften.</translation>
    </message>
    <message>
      <source>{1} is larger than any report. Name a report.</source>
      <translation>{1} ist größer als jeder Bericht. Nennen Sie einen Bericht.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Name a report.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Nennen Sie einen Bericht.</translation>
    </message>
    <message>
      <source>{1} is no PDF that can be read ({2}).</source>
      <translation>{1} ist kein lesbares PDF ({2}).</translation>
    </message>
    <message>
      <source>The PKCS #12 file does not open: the passphrase is wrong, or it holds no key.</source>
      <translation>Die PKCS-#12-Datei lässt sich nicht öffnen: Die Passphrase ist falsch, oder sie enthält keinen Schlüssel.</translation>
    </message>
    <message>
      <source>The certificate names somebody in a way that readers of PDF files cannot compare, such as by right-to-left and left-to-right letters in one name. Have one made out with a name in one writing.</source>
      <translation>Das Zertifikat nennt jemanden so, dass PDF-Programme den Namen nicht vergleichen können, etwa mit rechts- und linksläufigen Buchstaben in einem Namen. Lassen Sie eines ausstellen, dessen Name in einer Schrift steht.</translation>
    </message>
    <message>
      <source>The certificate in the report names its signer in a way that cannot be compared, so that its signature cannot be checked. Have the report signed with another certificate.</source>
      <translation>Das Zertifikat im Bericht nennt den Unterzeichner so, dass sich der Name nicht vergleichen lässt; die Signatur kann deshalb nicht geprüft werden. Lassen Sie den Bericht mit einem anderen Zertifikat signieren.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Name a PKCS #12 file.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Nennen Sie eine PKCS-#12-Datei.</translation>
    </message>
    <message>
      <source>{1} holds no private key with its certificate. Name another PKCS #12 file.</source>
      <translation>{1} enthält keinen privaten Schlüssel mit seinem Zertifikat. Nennen Sie eine andere PKCS-#12-Datei.</translation>
    </message>
    <message>
      <source>{1} is not encrypted as it should be: it was replaced or cut.</source>
      <translation>{1} ist nicht verschlüsselt, wie es sein sollte: Die Daten wurden ersetzt oder gekürzt.</translation>
    </message>
    <message>
      <source>original {1}</source>
      <translation>Original {1}</translation>
    </message>
    <message>
      <source>{1} was altered, exchanged with another file, or encrypted with another key.</source>
      <translation>{1} wurde verändert, mit einer anderen Datei vertauscht oder mit einem anderen Schlüssel verschlüsselt.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Check the folder's permissions.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
      <source>{1} does not open: the passphrase is wrong, or the file is no PKCS #12 file with a key.</source>
      <translation>{1} lässt sich nicht öffnen: Die Passphrase ist falsch, oder die Datei ist keine PKCS-#12-Datei mit einem Schlüssel.</translation>
    </message>
    <message>
      <source>Others than you may read the private key {1}. Take their rights away (chmod 600), and use another key if somebody may have copied it.</source>
      <translation>Andere als Sie dürfen den privaten Schlüssel {1} lesen. Nehmen Sie ihnen das Recht (chmod 600), und verwenden Sie einen anderen Schlüssel, falls ihn jemand kopiert haben könnte.</translation>
    </message>
    <message>
      <source>{1} has {2} bytes: that is no file with a key.</source>
      <translation>{1} hat {2} Bytes: Das ist keine Datei mit einem Schlüssel.</translation>
    </message>
    <message>
      <source>The key {1} cannot be read: {2}.</source>
      <translation>Der Schlüssel {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
      <source>The passphrase does not unlock the library. Mind capitals and the keyboard's language; with the recovery key a new passphrase can be set.</source>
      <translation>Die Passphrase öffnet die Bibliothek nicht. Achten Sie auf Großschreibung und die Sprache der Tastatur; mit dem Wiederherstellungsschlüssel lässt sich eine neue Passphrase setzen.</translation>
    </message>
    <message>
      <source>This recovery key is well typed, but it is not the one of this library. One that was printed for an earlier encryption does not hold any more.</source>
      <translation>Dieser Wiederherstellungsschlüssel ist richtig getippt, gehört aber nicht zu dieser Bibliothek. Einer, der für eine frühere Verschlüsselung gedruckt wurde, gilt nicht mehr.</translation>
    </message>
    <message>
      <source>The key cannot be computed: {1}. It needs {2} MB of free memory.</source>
      <translation>Der Schlüssel lässt sich nicht berechnen: {1}. Dafür braucht es {2} MB freien Arbeitsspeicher.</translation>
    </message>
    <message>
      <source>The key file {1} cannot be read: {2}. Without it nothing of the library can be read: restore it from a backup.</source>
      <translation>Die Schlüsseldatei {1} lässt sich nicht lesen: {2}. Ohne sie ist nichts in der Bibliothek lesbar: Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>The key file {1} is damaged or of a newer version of this program. Restore it from a backup, or update.</source>
      <translation>Die Schlüsseldatei {1} ist beschädigt oder von einer neueren Version dieses Programms. Stellen Sie sie aus einer Sicherung wieder her, oder aktualisieren Sie das Programm.</translation>
    </message>
    <message>
      <source>The key file {1} cannot be written: {2}.</source>
      <translation>Die Schlüsseldatei {1} lässt sich nicht schreiben: {2}.</translation>
    </message>
    <message>
      <source>A recovery key has {1} groups of {2} characters; these are {3} characters.</source>
      <translation>Ein Wiederherstellungsschlüssel hat {1} Gruppen zu {2} Zeichen; dies sind {3} Zeichen.</translation>
    </message>
    <message>
      <source>Group {1} of the recovery key, {2}, holds a typing error.</source>
      <translation>Gruppe {1} des Wiederherstellungsschlüssels, {2}, enthält einen Tippfehler.</translation>
    </message>
    <message>
      <source>There is a signing key in {1} already. Move it away first, and keep its public key: what it signed is checked with that.</source>
      <translation>In {1} ist schon ein Signaturschlüssel. Legen Sie ihn zuerst anderswo hin, und behalten Sie seinen öffentlichen Schlüssel: Was er signiert hat, wird damit geprüft.</translation>
    </message>
    <message>
      <source>The key in {1} cannot be put aside: {2}.</source>
      <translation>Der Schlüssel in {1} lässt sich nicht zur Seite legen: {2}.</translation>
    </message>
    <message>
      <source>{1} holds no Ed25519 key. Restore it from a backup.</source>
      <translation>{1} enthält keinen Ed25519-Schlüssel. Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>{1} holds no public Ed25519 key. Name the file that `key show` tells of.</source>
      <translation>{1} enthält keinen öffentlichen Ed25519-Schlüssel. Nennen Sie die Datei, die „key show“ angibt.</translation>
    </message>
    <message>
      <source>An anchor is written every so many entries: one at least.</source>
      <translation>Ein Anker wird nach je so vielen Einträgen geschrieben: mindestens nach einem.</translation>
    </message>
    <message>
      <source>It is no anchor, or was altered.</source>
      <translation>Es ist kein Anker, oder er wurde verändert.</translation>
    </message>
    <message>
      <source>Line {1} of {2}: {3}</source>
      <translation>Zeile {1} von {2}: {3}</translation>
    </message>
    <message>
      <source>The audit log was written anew: entry {1} is not the one it was at {2}.</source>
      <translation>Das Protokoll wurde neu geschrieben: Eintrag {1} ist nicht der, der er {2} war.</translation>
    </message>
    <message>
      <source>The audit log was cut: at {1} it had {2} entries, now it has {3}.</source>
      <translation>Das Protokoll wurde abgeschnitten: {1} hatte es {2} Einträge, jetzt hat es {3}.</translation>
    </message>
    <message>
      <source>The anchor is one of another library, or the log was written anew from its first entry on.</source>
      <translation>Der Anker gehört zu einer anderen Bibliothek, oder das Protokoll wurde von seinem ersten Eintrag an neu geschrieben.</translation>
    </message>
    <message>
      <source>The anchor is signed by another key than the one you named.</source>
      <translation>Der Anker ist mit einem anderen Schlüssel signiert als dem, den Sie genannt haben.</translation>
    </message>
    <message>
      <source>The anchor was altered: its signature does not fit.</source>
      <translation>Der Anker wurde verändert: Seine Signatur passt nicht.</translation>
    </message>
    <message>
      <source>{1} holds no anchor.</source>
      <translation>{1} enthält keinen Anker.</translation>
    </message>
    <message>
      <source>Anchors were signed by the key {1}.</source>
      <translation>Die Anker wurden mit dem Schlüssel {1} signiert.</translation>
    </message>
    <message>
      <source>Not assessed: whether a candidate stands out can be told only with a calibrated model bundle and at least {1} people to compare.</source>
      <translation>Nicht bewertet: Ob ein Kandidat hervorsticht, lässt sich nur mit einem kalibrierten Modell und mindestens {1} Personen zum Vergleich sagen.</translation>
    </message>
    <message>
      <source>This list is informative: the first candidate stands out from the {1} people searched {2}. That may still be the wrong person.</source>
      <translation>Diese Liste ist aussagekräftig: Der erste Kandidat sticht unter den {1} durchsuchten Personen hervor {2}. Es kann trotzdem die falsche Person sein.</translation>
    </message>
    <message>
      <source>(score {1}, threshold {2})</source>
      <translation>(Wert {1}, Schwelle {2})</translation>
    </message>
    <message>
      <source>Nothing stands out: among {1} strangers somebody may well be as far ahead {2}. The person sought may be anywhere on the list, or not in the gallery.</source>
      <translation>Niemand sticht hervor: Unter {1} Fremden kann leicht jemand ebenso weit vorn liegen {2}. Die gesuchte Person kann irgendwo auf der Liste stehen oder nicht in der Galerie sein.</translation>
    </message>
    <message>
      <source>Measured on {1} sketches of held-out people (0.95 intervals): {2}.</source>
      <translation>Gemessen an {1} Vergleichsbildern zurückgehaltener Personen (0,95-Intervalle): {2}.</translation>
    </message>
    <message>
      <source>{1} is not of a batch of this program. Choose another folder.</source>
      <translation>{1} gehört nicht zu einem Stapel dieses Programms. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{1} cannot be used for results: {2}. Choose another folder.</source>
      <translation>{1} lässt sich nicht für Ergebnisse verwenden: {2}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Check the folder.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Prüfen Sie den Ordner.</translation>
    </message>
    <message>
      <source>{1} holds a batch that differs in: {2}. Choose another folder, or repeat the command as it was.</source>
      <translation>{1} enthält einen Stapel, der abweicht in: {2}. Wählen Sie einen anderen Ordner, oder wiederholen Sie ihn so, wie er war.</translation>
    </message>
    <message>
      <source>{1} is not a batch's state file. Choose another folder.</source>
      <translation>{1} ist keine Zustandsdatei eines Stapels. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{1} is of format {2}, which is unknown here. Choose another folder.</source>
      <translation>{1} hat das Format {2}, das hier unbekannt ist. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Choose another folder.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>You review search {1} as the second examiner, blind: this shows what the first one found. Submit your own conclusions first.</source>
      <translation>Sie beurteilen die Suche {1} als zweite Person, blind: Hier steht, was die erste fand. Geben Sie zuerst Ihre eigenen Schlüsse ab.</translation>
    </message>
    <message>
      <source>A report has 0 to {1} side-by-side plates, not {2}.</source>
      <translation>Ein Bericht hat 0 bis {1} Gegenüberstellungen, nicht {2}.</translation>
    </message>
    <message>
      <source>Restore the library, or this part of it, from a backup.</source>
      <translation>Stellen Sie die Bibliothek, oder diesen Teil davon, aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>A repair puts it right.</source>
      <translation>Eine Reparatur bringt es in Ordnung.</translation>
    </message>
    <message>
      <source>A repair puts the guard back and logs what was there. Somebody may have changed what it guarded: compare the library with a backup.</source>
      <translation>Eine Reparatur setzt den Wächter wieder ein und protokolliert, was vorgefunden wurde. Was er bewachte, kann jemand verändert haben: Vergleichen Sie die Bibliothek mit einer Sicherung.</translation>
    </message>
    <message>
      <source>{1} Should it come back, restore the library from a backup.</source>
      <translation>{1} Kommt es wieder, stellen Sie die Bibliothek aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>{1} photos have no feature under the model in use: searches do not find them.</source>
      <translation>{1} Fotos haben kein Merkmal des verwendeten Modells: Suchen finden sie nicht.</translation>
    </message>
    <message>
      <source>The feature of photo {1} under the model {2} is broken: {3}.</source>
      <translation>Das Merkmal des Fotos {1} zum Modell {2} ist fehlerhaft: {3}.</translation>
    </message>
    <message>
      <source>A stored picture of photo {1} is broken: {2}.</source>
      <translation>Ein gespeichertes Bild des Fotos {1} ist fehlerhaft: {2}.</translation>
    </message>
    <message>
      <source>Nothing refers to the file {1} among the originals.</source>
      <translation>Auf die Datei {1} unter den Originalen verweist nichts.</translation>
    </message>
    <message>
      <source>{1} It removes the file.</source>
      <translation>{1} Sie entfernt die Datei.</translation>
    </message>
    <message>
      <source>This program did not make it. Move it elsewhere.</source>
      <translation>Dieses Programm hat sie nicht angelegt. Legen Sie sie anderswo hin.</translation>
    </message>
    <message>
      <source>{1} is left of a write that was cut short.</source>
      <translation>{1} ist von einem abgebrochenen Schreibvorgang übrig.</translation>
    </message>
    <message>
      <source>Remnants of people who were erased are still in free parts of the database.</source>
      <translation>In freien Teilen der Datenbank sind noch Reste von Personen, die gelöscht wurden.</translation>
    </message>
    <message>
      <source>Checking the database</source>
      <translation>Datenbank wird geprüft</translation>
    </message>
    <message>
      <source>Writing the database anew</source>
      <translation>Datenbank wird neu geschrieben</translation>
    </message>
    <message>
      <source>The file {1} holds no JSON that can be read.</source>
      <translation>Die Datei {1} enthält kein lesbares JSON.</translation>
    </message>
    <message>
      <source>Entry {1} of the audit log stands at the wrong place.</source>
      <translation>Eintrag {1} des Protokolls steht an der falschen Stelle.</translation>
    </message>
    <message>
      <source>The last audit entry is not the one that the manifest names.</source>
      <translation>Der letzte Protokolleintrag ist nicht der, den das Manifest nennt.</translation>
    </message>
    <message>
      <source>Line {1} of {2} is no entry of an audit log.</source>
      <translation>Zeile {1} von {2} ist kein Eintrag eines Protokolls.</translation>
    </message>
    <message>
      <source>The audit log in the package has no entry of search {1}.</source>
      <translation>Das Protokoll im Paket hat keinen Eintrag zur Suche {1}.</translation>
    </message>
    <message>
      <source>The {1} of search {2} is not the one in the audit log.</source>
      <translation>Nicht so wie im Protokoll ist von der Suche {2}: {1}.</translation>
    </message>
    <message>
      <source>The reviews of search {1} are not those in the audit log.</source>
      <translation>Die Beurteilungen der Suche {1} sind nicht die im Protokoll.</translation>
    </message>
    <message>
      <source>The second reviews of search {1} are not in the package: the audit log names some.</source>
      <translation>Die zweiten Beurteilungen der Suche {1} fehlen im Paket: Das Protokoll nennt welche.</translation>
    </message>
    <message>
      <source>The second reviews of search {1} are not those in the audit log.</source>
      <translation>Die zweiten Beurteilungen der Suche {1} sind nicht die im Protokoll.</translation>
    </message>
    <message>
      <source>The second reviews of search {1} cannot be read.</source>
      <translation>Die zweiten Beurteilungen der Suche {1} lassen sich nicht lesen.</translation>
    </message>
    <message>
      <source>{1}, at rank {2}: {3}.</source>
      <translation>{1}, auf Rang {2}: {3}.</translation>
    </message>
    <message>
      <source>Search {1} was given to {2} for a second review by {3}</source>
      <translation>Suche {1} wurde {2} zur zweiten Beurteilung gegeben, von {3}</translation>
    </message>
    <message>
      <source>submitted, {1}</source>
      <translation>abgegeben, {1}</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>kein Unterschied</translation>
    </message>
    <message>
      <source>{1} of {2} differences resolved</source>
      <translation>{1} von {2} Unterschieden geklärt</translation>
    </message>
    <message>
      <source>not submitted yet</source>
      <translation>noch nicht abgegeben</translation>
    </message>
    <message>
      <source>The report of search {1} carries another document hash than its text has.</source>
      <translation>Der Bericht zur Suche {1} trägt einen anderen Dokument-Hashwert, als sein Text hat.</translation>
    </message>
    <message>
      <source>The report of search {1} is not one that the audit log knows.</source>
      <translation>Der Bericht zur Suche {1} ist keiner, den das Protokoll kennt.</translation>
    </message>
    <message>
      <source>The report of search {1} does not name the sketch and the gallery of its record.</source>
      <translation>Der Bericht zur Suche {1} nennt nicht das Vergleichsbild und die Galerie seiner Aufzeichnung.</translation>
    </message>
    <message>
      <source>The record of search {1} says that somebody else searched than the audit log does.</source>
      <translation>Die Aufzeichnung der Suche {1} nennt eine andere Person als das Protokoll als die, die gesucht hat.</translation>
    </message>
    <message>
      <source>The record of search {1} lacks what every record has.</source>
      <translation>Der Aufzeichnung der Suche {1} fehlt, was jede Aufzeichnung hat.</translation>
    </message>
    <message>
      <source>The sketch of search {1} is not in the package.</source>
      <translation>Das Vergleichsbild der Suche {1} fehlt im Paket.</translation>
    </message>
    <message>
      <source>The picture {1} does not have the hash that its name says.</source>
      <translation>Das Bild {1} hat nicht den Hashwert, den sein Name nennt.</translation>
    </message>
    <message>
      <source>There is no policy profile {1}. Choose one of these: {2}.</source>
      <translation>Es gibt kein Regelwerk {1}. Wählen Sie eines von diesen: {2}.</translation>
    </message>
    <message>
      <source>The policy profile {1} has the name of a shipped one. Rename the file.</source>
      <translation>Das Regelwerk {1} heißt wie ein mitgeliefertes. Benennen Sie die Datei um.</translation>
    </message>
    <message>
      <source>The policy profile {1} cannot be read: {2}.</source>
      <translation>Das Regelwerk {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
      <source>{1} maps no known field. Write it as field=column; fields are: {2}.</source>
      <translation>{1} ordnet kein bekanntes Feld zu. Schreiben Sie es als Feld=Spalte; Felder sind: {2}.</translation>
    </message>
    <message>
      <source>{1} is no order of dates. Choose one of: {2}.</source>
      <translation>{1} ist keine Reihenfolge von Datumsangaben. Wählen Sie eine von: {2}.</translation>
    </message>
    <message>
      <source>A comparison by machine. Not an identification. Not probable cause.</source>
      <translation>Ein Vergleich durch eine Maschine. Keine Identifizierung. Kein hinreichender Verdacht.</translation>
    </message>
    <message>
      <source>This model has no calibration, so no likelihood ratio can be given. The log density alone has no meaning outside a ranking.</source>
      <translation>Dieses Modell hat keine Kalibrierung, deshalb lässt sich kein Likelihood-Quotient angeben. Die Log-Dichte allein hat außerhalb einer Rangfolge keine Bedeutung.</translation>
    </message>
    <message>
      <source>No likelihood ratio can be given: it needs at least {1} people of the gallery to compare with, and there are {2} with a feature of this model. Import photos of people whom the sketch could show (gallery import, gallery embed) or widen the filters.</source>
      <translation>Es lässt sich kein Likelihood-Quotient angeben: Dafür braucht es mindestens {1} Personen der Galerie zum Vergleich, und es gibt {2} mit einem Merkmal dieses Modells. Nehmen Sie Fotos von Personen auf, die das Vergleichsbild zeigen könnte, oder erweitern Sie die Filter.</translation>
    </message>
    <message>
      <source>The likelihood ratio is not the probability that both pictures show one person: that also depends on what else is known. It weighs this one result, and nothing else.</source>
      <translation>Der Likelihood-Quotient ist nicht die Wahrscheinlichkeit, dass beide Bilder eine Person zeigen: Die hängt auch davon ab, was sonst bekannt ist. Er gewichtet dieses eine Ergebnis und sonst nichts.</translation>
    </message>
    <message>
      <source>It compares the person in the photo with the people of the gallery who passed the filters. It holds as far as these are people whom the sketch could show instead.</source>
      <translation>Er vergleicht die Person auf dem Foto mit den Personen der Galerie, die den Filtern entsprachen. Er gilt, soweit das Personen sind, die das Vergleichsbild stattdessen zeigen könnte.</translation>
    </message>
    <message>
      <source>It presumes that the photo was not picked for its likeness. For a candidate of a search, the best of many strangers, it is far too high.</source>
      <translation>Er setzt voraus, dass das Foto nicht wegen seiner Ähnlichkeit ausgesucht wurde. Für einen Kandidaten einer Suche, den besten von vielen Fremden, ist er viel zu hoch.</translation>
    </message>
    <message>
      <source>It was measured on aligned research pictures, with sketches drawn while looking at the photo. A sketch from a witness's memory is further from its person, and the ratio may be too high or too low for it.</source>
      <translation>Gemessen wurde an ausgerichteten Forschungsbildern, mit Vergleichsbildern, die nach dem Foto gezeichnet wurden. Ein Vergleichsbild aus dem Gedächtnis eines Zeugen ist weiter von seiner Person entfernt, und der Quotient kann dafür zu hoch oder zu niedrig sein.</translation>
    </message>
    <message>
      <source>Measured on {1} pairs of one person and {2} of two, all held out: Cllr {3} ({4} to {5}; 0 is perfect, 1 says nothing), Cllr_min {6}, equal error rate {7} ({8} to {9}). It supports log10 LR from {10} to {11}; others are limited to this range.</source>
      <translation>Gemessen an {1} Paaren einer Person und {2} Paaren zweier, alle zurückgehalten: Cllr {3} ({4} bis {5}; 0 ist vollkommen, 1 sagt nichts), Cllr_min {6}, Gleichfehlerrate {7} ({8} bis {9}). Das trägt log10 LR von {10} bis {11}; andere werden auf diesen Bereich begrenzt.</translation>
    </message>
    <message>
      <source>The likelihood ratio was calibrated for {1} samples and cannot be given for {2}. Compare again with --samples {3}.</source>
      <translation>Der Likelihood-Quotient wurde für {1} Proben kalibriert und lässt sich für {2} nicht angeben. Vergleichen Sie noch einmal mit --samples {3}.</translation>
    </message>
    <message>
      <source>Searching sketches</source>
      <translation>Vergleichsbilder werden gesucht</translation>
    </message>
    <message>
      <source>Importing photos</source>
      <translation>Fotos werden aufgenommen</translation>
    </message>
    <message>
      <source>Exporting people</source>
      <translation>Personen werden exportiert</translation>
    </message>
    <message>
      <source>Making the package</source>
      <translation>Paket wird erstellt</translation>
    </message>
    <message>
      <source>Nothing to change: name at least one field, for example name=Jane Doe.</source>
      <translation>Nichts zu ändern: Nennen Sie mindestens ein Feld, etwa name=Jana Muster.</translation>
    </message>
    <message>
      <source>{1} has no '='. Write it as field=value, for example sex=female.</source>
      <translation>In {1} fehlt das „=“. Schreiben Sie es als Feld=Wert, etwa sex=female.</translation>
    </message>
    <message>
      <source>Computing features</source>
      <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
      <source>The library is encrypted already. Its passphrase can be changed.</source>
      <translation>Die Bibliothek ist schon verschlüsselt. Ihre Passphrase lässt sich ändern.</translation>
    </message>
    <message>
      <source>The library is not encrypted.</source>
      <translation>Die Bibliothek ist nicht verschlüsselt.</translation>
    </message>
    <message>
      <source>Name the order to expunge, for example 'court order 12/2026': it is logged.</source>
      <translation>Nennen Sie die Anordnung der Löschung, etwa „Beschluss 12/2026“: Sie wird protokolliert.</translation>
    </message>
    <message>
      <source>No case is named to be expunged.</source>
      <translation>Es ist kein Fall genannt, der auf Anordnung gelöscht werden soll.</translation>
    </message>
    <message>
      <source>Erasing cases</source>
      <translation>Fälle werden gelöscht</translation>
    </message>
    <message>
      <source>What was erased may still lie in the write-ahead log because another program has the library open. Close it and run the same command again.</source>
      <translation>Gelöschtes kann noch im Write-Ahead-Log stehen, weil ein anderes Programm die Bibliothek geöffnet hat. Schließen Sie es, und wiederholen Sie den Vorgang.</translation>
    </message>
    <message>
      <source>Nobody is named to be expunged.</source>
      <translation>Es ist niemand genannt, der auf Anordnung gelöscht werden soll.</translation>
    </message>
    <message>
      <source>{1}, line {2}: {3} Mend the list.</source>
      <translation>{1}, Zeile {2}: {3} Berichtigen Sie die Liste.</translation>
    </message>
    <message>
      <source>{1}, line {2}: there is no external_id. The list needs a column of that name.</source>
      <translation>{1}, Zeile {2}: Es fehlt die external_id. Die Liste braucht eine Spalte dieses Namens.</translation>
    </message>
    <message>
      <source>What was erased may still lie in free parts of the database. {1} Then run the same command again.</source>
      <translation>Gelöschtes kann noch in freien Teilen der Datenbank stehen. {1} Wiederholen Sie dann den Vorgang.</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Wird gelöscht</translation>
    </message>
    <message>
      <source>Each point is a face as the model sees it: what was drawn, the {1} photos the model imagines for it, and the first {2} candidates; nearer to the imagined photos means ranked higher.</source>
      <translation>Jeder Punkt ist ein Gesicht, wie das Modell es sieht: was gezeichnet wurde, die {1} Fotos, die sich das Modell dazu vorstellt, und die ersten {2} Kandidaten; näher an den vorgestellten Fotos heißt weiter vorn in der Rangfolge.</translation>
    </message>
    <message>
      <source>The plane shows {1} of the differences between these points: points that lie close here may be apart in the directions not shown.</source>
      <translation>Die Ebene zeigt {1} der Unterschiede zwischen diesen Punkten: Punkte, die hier nah beieinander liegen, können in den nicht gezeigten Richtungen getrennt sein.</translation>
    </message>
    <message>
      <source>The log density of each candidate by rank: a first candidate far above the others stands out, a smooth slope means that nobody does.</source>
      <translation>Die Log-Dichte jedes Kandidaten nach Rang: Ein erster Kandidat weit über den anderen sticht hervor, ein sanfter Abfall heißt, dass es niemand tut.</translation>
    </message>
    <message>
      <source>The line marks the mean of the people searched, the bands one to three deviations above it.</source>
      <translation>Die Linie markiert das Mittel der durchsuchten Personen, die Bänder ein bis drei Abweichungen darüber.</translation>
    </message>
    <message>
      <source>Log densities order this one list; they are no probabilities and cannot be compared between searches. Somebody always ranks first.</source>
      <translation>Log-Dichten ordnen diese eine Liste; sie sind keine Wahrscheinlichkeiten und nicht zwischen Suchen vergleichbar. Jemand steht immer auf Rang 1.</translation>
    </message>
    <message>
      <source>Each place tells how the log density of the candidate at rank {1} falls (likeness rests on it) or rises (likeness suffers from it) when a patch of the sketch is covered there.</source>
      <translation>Jede Stelle sagt, wie die Log-Dichte des Kandidaten auf Rang {1} fällt (die Ähnlichkeit beruht darauf) oder steigt (die Ähnlichkeit leidet darunter), wenn dort ein Stück des Vergleichsbilds verdeckt wird.</translation>
    </message>
    <message>
      <source>It tells what the model looked at in this drawing, not which features two faces share; a covered patch is itself something no face has, so small changes mean nothing.</source>
      <translation>Das sagt, worauf das Modell in dieser Zeichnung geachtet hat, nicht, welche Merkmale zwei Gesichter gemeinsam haben; ein verdecktes Stück hat selbst kein Gesicht, also bedeuten kleine Änderungen nichts.</translation>
    </message>
    <message>
      <source>Search {1} was made with the model {2} ({3}), and another one is in use now. Choose that model on the page Training to see why the list came out as it did.</source>
      <translation>Die Suche {1} wurde mit dem Modell {2} ({3}) gemacht, und jetzt wird ein anderes verwendet. Wählen Sie jenes Modell auf der Seite Training, um zu sehen, warum die Liste so ausfiel.</translation>
    </message>
    <message>
      <source>Search {1} has no candidate at rank {2}.</source>
      <translation>Suche {1} hat keinen Kandidaten auf Rang {2}.</translation>
    </message>
    <message>
      <source>Covering the sketch</source>
      <translation>Vergleichsbild wird verdeckt</translation>
    </message>
    <message>
      <source>The audit log is exported as .csv or .json, not as {1}.</source>
      <translation>Das Protokoll wird als .csv oder .json exportiert, nicht als {1}.</translation>
    </message>
    <message>
      <source>Exporting the audit log</source>
      <translation>Protokoll wird exportiert</translation>
    </message>
    <message>
      <source>{1} ends neither in .csv nor in .json: choose one of the two.</source>
      <translation>{1} endet weder auf .csv noch auf .json: Wählen Sie eines der beiden.</translation>
    </message>
    <message>
      <source>Name the agency that sends (field 1.008), in at most {1} characters.</source>
      <translation>Nennen Sie die sendende Stelle (Feld 1.008) in höchstens {1} Zeichen.</translation>
    </message>
    <message>
      <source>Exporting searches</source>
      <translation>Suchen werden exportiert</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Choose another folder for the runs.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Wählen Sie einen anderen Ordner für die Läufe.</translation>
    </message>
    <message>
      <source>{1} is a run already. Resume it, or choose another name.</source>
      <translation>{1} ist schon ein Lauf. Setzen Sie ihn fort, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>The data folder {1} does not exist. Choose a folder of training data.</source>
      <translation>Den Datenordner {1} gibt es nicht. Wählen Sie einen Ordner mit Trainingsdaten.</translation>
    </message>
    <message>
      <source>The setting {1} has no '='. Write it as FIELD=VALUE.</source>
      <translation>In der Einstellung {1} fehlt das „=“. Schreiben Sie sie als FELD=WERT.</translation>
    </message>
    <message>
      <source>The threshold of the verdict on this list was chosen for single sketches, not for fused ones.</source>
      <translation>Die Schwelle für das Urteil über diese Liste wurde für einzelne Vergleichsbilder gewählt, nicht für zusammengeführte.</translation>
    </message>
    <message>
      <source>A search needs from 1 to {1} sketches, not {2}.</source>
      <translation>Eine Suche braucht 1 bis {1} Vergleichsbilder, nicht {2}.</translation>
    </message>
    <message>
      <source>“{1}” shows the very same face as another of the sketches: leave one of them out.</source>
      <translation>„{1}“ zeigt genau dasselbe Gesicht wie ein anderes der Vergleichsbilder: Lassen Sie eines davon weg.</translation>
    </message>
    <message>
      <source>The case {1} was closed at {2}: it takes no more searches. Open a new case.</source>
      <translation>Der Fall {1} wurde am {2} geschlossen: Er nimmt keine Suchen mehr auf. Legen Sie einen neuen Fall an.</translation>
    </message>
    <message>
      <source>The value of {1} must be from {2} to {3}, not {4}.</source>
      <translation>Der Wert von {1} muss von {2} bis {3} reichen, nicht {4}.</translation>
    </message>
    <message>
      <source>Photos of a subject are fused by max or mean, not by {1}.</source>
      <translation>Die Fotos einer Person werden mit max oder mean zusammengeführt, nicht mit {1}.</translation>
    </message>
    <message>
      <source>Searching</source>
      <translation>Suche läuft</translation>
    </message>
    <message>
      <source>Reading the sketches</source>
      <translation>Vergleichsbilder werden gelesen</translation>
    </message>
    <message>
      <source>Reading the sketch</source>
      <translation>Vergleichsbild wird gelesen</translation>
    </message>
    <message>
      <source>Reading the gallery</source>
      <translation>Galerie wird gelesen</translation>
    </message>
    <message>
      <source>Looks almost like {1}.</source>
      <translation>Sieht fast aus wie {1}.</translation>
    </message>
    <message>
      <source>{1} of subject {2}</source>
      <translation>{1} der Person {2}</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Name a folder of photos, or a CSV, JSON Lines or NIST file.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Nennen Sie einen Ordner mit Fotos oder eine CSV-, JSON-Lines- oder NIST-Datei.</translation>
    </message>
    <message>
      <source>{1} holds no row that can be read. Name a folder of photos, or a CSV, JSON Lines or NIST file.</source>
      <translation>{1} enthält keine lesbare Zeile. Nennen Sie einen Ordner mit Fotos oder eine CSV-, JSON-Lines- oder NIST-Datei.</translation>
    </message>
    <message>
      <source>Known columns are: {1}; others can be mapped to them.</source>
      <translation>Bekannte Spalten sind: {1}; andere lassen sich ihnen zuordnen.</translation>
    </message>
    <message>
      <source>{1} lacks the column {2}. {3}</source>
      <translation>{1} fehlt die Spalte {2}. {3}</translation>
    </message>
    <message>
      <source>Columns that are not known were ignored: {1}. {2}</source>
      <translation>Unbekannte Spalten wurden übergangen: {1}. {2}</translation>
    </message>
    <message>
      <source>The column photo is empty or holds no path: name the photo's file.</source>
      <translation>Die Spalte photo ist leer oder enthält keinen Pfad: Nennen Sie die Datei des Fotos.</translation>
    </message>
    <message>
      <source>The photo {1} cannot be found: {2}.</source>
      <translation>Das Foto {1} lässt sich nicht finden: {2}.</translation>
    </message>
    <message>
      <source>The photo {1} lies outside the folder of the metadata file. Put it inside and name it by a relative path.</source>
      <translation>Das Foto {1} liegt außerhalb des Ordners der Metadatendatei. Legen Sie es hinein, und nennen Sie es mit einem relativen Pfad.</translation>
    </message>
    <message>
      <source>The photo {1} does not exist.</source>
      <translation>Das Foto {1} gibt es nicht.</translation>
    </message>
    <message>
      <source>The bundle that came with the program cannot be removed.</source>
      <translation>Das mitgelieferte Modell lässt sich nicht entfernen.</translation>
    </message>
    <message>
      <source>The bundle in use cannot be removed. Use another one first.</source>
      <translation>Das verwendete Modell lässt sich nicht entfernen. Verwenden Sie zuerst ein anderes.</translation>
    </message>
    <message>
      <source>No installed bundle is called {1}. Installed are: {2}.</source>
      <translation>Kein installiertes Modell heißt {1}. Installiert sind: {2}.</translation>
    </message>
    <message>
      <source>{1} means {2} bundles. Give more of the id, or the folder's name.</source>
      <translation>{1} bezeichnet {2} Modelle. Nennen Sie mehr von der Kennung oder den Namen des Ordners.</translation>
    </message>
    <message>
      <source>{1} is not among the installed bundles. Install it first.</source>
      <translation>{1} gehört nicht zu den installierten Modellen. Installieren Sie es zuerst.</translation>
    </message>
    <message>
      <source>A hold is placed on a subject or on a case: name one of them.</source>
      <translation>Eine Sperre gilt einer Person oder einem Fall: Nennen Sie eines davon.</translation>
    </message>
    <message>
      <source>Say why the hold is {1}: the reason stands in the audit log.</source>
      <translation>Sagen Sie, warum die Sperre {1} wird: Der Grund steht im Protokoll.</translation>
    </message>
    <message>
      <source>This library has accounts already.</source>
      <translation>Diese Bibliothek hat schon Konten.</translation>
    </message>
    <message>
      <source>A library with accounts needs an administrator: name the first one.</source>
      <translation>Eine Bibliothek mit Konten braucht einen Verwalter: Nennen Sie den ersten.</translation>
    </message>
    <message>
      <source>This library has no accounts.</source>
      <translation>Diese Bibliothek hat keine Konten.</translation>
    </message>
    <message>
      <source>Say why this library is to have no accounts any more: everybody at this computer may do everything then.</source>
      <translation>Sagen Sie, warum diese Bibliothek keine Konten mehr haben soll: Dann darf jeder an diesem Computer alles.</translation>
    </message>
    <message>
      <source>An account needs a role. To keep somebody out, disable the account.</source>
      <translation>Ein Konto braucht eine Rolle. Um jemanden fernzuhalten, legen Sie das Konto still.</translation>
    </message>
    <message>
      <source>An account needs a role: {1}.</source>
      <translation>Ein Konto braucht eine Rolle: {1}.</translation>
    </message>
    <message>
      <source>There is no account named {1} in this library.</source>
      <translation>In dieser Bibliothek gibt es kein Konto namens {1}.</translation>
    </message>
    <message>
      <source>{1} is the last administrator who can sign in: make somebody else one first.</source>
      <translation>{1} ist der letzte Verwalter, der sich anmelden kann: Machen Sie zuerst jemand anderen dazu.</translation>
    </message>
    <message>
      <source>This library has no accounts yet: make the first administrator first.</source>
      <translation>Diese Bibliothek hat noch keine Konten: Legen Sie zuerst den ersten Verwalter an.</translation>
    </message>
    <message>
      <source>The value of jobs must be from 1 to {1}, not {2}.</source>
      <translation>Der Wert von jobs muss von 1 bis {1} reichen, nicht {2}.</translation>
    </message>
    <message>
      <source>{1} cannot be read: {2}. Name a folder of sketches.</source>
      <translation>{1} lässt sich nicht lesen: {2}. Nennen Sie einen Ordner mit Vergleichsbildern.</translation>
    </message>
    <message>
      <source>{1} holds no files. Name a folder of sketches.</source>
      <translation>{1} enthält keine Dateien. Nennen Sie einen Ordner mit Vergleichsbildern.</translation>
    </message>
    <message>
      <source>{1} sketches were searched by an earlier run against another state of the gallery. Choose a new folder for the results to search all of them against the present one.</source>
      <translation>{1} Vergleichsbilder wurden in einem früheren Lauf gegen einen anderen Stand der Galerie gesucht. Wählen Sie einen neuen Ergebnisordner, um alle gegen den jetzigen zu suchen.</translation>
    </message>
    <message>
      <source>{1} is not encoded in UTF-8. Save it again as UTF-8.</source>
      <translation>{1} ist nicht in UTF-8 kodiert. Speichern Sie die Datei neu als UTF-8.</translation>
    </message>
    <message>
      <source>{1} is empty: its first line has to name the columns.</source>
      <translation>{1} ist leer: Die erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
      <source>{1} names a column twice in its first line.</source>
      <translation>{1} nennt in der ersten Zeile eine Spalte doppelt.</translation>
    </message>
    <message>
      <source>{1} holds no sketch: the installation is incomplete. Install the program again.</source>
      <translation>{1} enthält kein Vergleichsbild: Die Installation ist unvollständig. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
      <source>The picture cannot be kept in {1}: {2}. Make room or save it.</source>
      <translation>Das Bild lässt sich in {1} nicht aufbewahren: {2}. Schaffen Sie Platz, oder speichern Sie es.</translation>
    </message>
    <message>
      <source>The landmarks were set by hand.</source>
      <translation>Die Punkte wurden von Hand gesetzt.</translation>
    </message>
    <message>
      <source>The sketch was edited before it was searched: the record lists every step. Look at the original as well.</source>
      <translation>Das Vergleichsbild wurde vor der Suche bearbeitet: Die Aufzeichnung nennt jeden Schritt. Sehen Sie sich auch das Original an.</translation>
    </message>
    <message>
      <source>The sketch was mirrored: moles, scars and partings lie on the other side than in the original.</source>
      <translation>Das Vergleichsbild wurde gespiegelt: Male, Narben und Scheitel liegen auf der anderen Seite als im Original.</translation>
    </message>
    <message>
      <source>The list of batches {1} cannot be written: {2}. Check the permissions of the library.</source>
      <translation>Die Liste der Stapel {1} lässt sich nicht schreiben: {2}. Prüfen Sie die Zugriffsrechte der Bibliothek.</translation>
    </message>
    <message>
      <source>The {1} differs: it was {2} and is {3}.</source>
      <translation>Abweichung ({1}): war {2}, ist jetzt {3}.</translation>
    </message>
    <message>
      <source>verdict on the list</source>
      <translation>Urteil über die Liste</translation>
    </message>
    <message>
      <source>number of candidates</source>
      <translation>Anzahl der Kandidaten</translation>
    </message>
    <message>
      <source>candidate at rank {1}</source>
      <translation>Kandidat auf Rang {1}</translation>
    </message>
    <message>
      <source>gallery pool</source>
      <translation>Suchmenge der Galerie</translation>
    </message>
    <message>
      <source>kernel width</source>
      <translation>Kernbreite</translation>
    </message>
    <message>
      <source>model bundle</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>aligned crop{1}</source>
      <translation>ausgerichteter Ausschnitt{1}</translation>
    </message>
    <message>
      <source>of search {1}</source>
      <translation>der Suche {1}</translation>
    </message>
    <message>
      <source>picture after edit {1}{2}</source>
      <translation>Bild nach Bearbeitung {1}{2}</translation>
    </message>
    <message>
      <source>{1}, score {2}, threshold {3}</source>
      <translation>{1}, Wert {2}, Schwelle {3}</translation>
    </message>
    <message>
      <source>nothing stands out</source>
      <translation>niemand sticht hervor</translation>
    </message>
    <message>
      <source>not assessed</source>
      <translation>nicht bewertet</translation>
    </message>
    <message>
      <source>subject {1}, photo {2}, log density {3}</source>
      <translation>Person {1}, Foto {2}, Log-Dichte {3}</translation>
    </message>
    <message>
      <source>DRAFT. Not final. {1}</source>
      <translation>ENTWURF. Nicht endgültig. {1}</translation>
    </message>
    <message>
      <source>The policy profile asks for no second examiner.</source>
      <translation>Das Regelwerk verlangt keine zweite Beurteilung.</translation>
    </message>
    <message>
      <source>A second examiner reviewed every decided candidate without seeing the first conclusions.</source>
      <translation>Eine zweite Person hat jeden entschiedenen Kandidaten beurteilt, ohne die ersten Schlüsse zu sehen.</translation>
    </message>
    <message>
      <source>The second examiner saw the sketch, the photos and the checklist, and not what the first examiner had found; the program held it back until the second conclusions were submitted. What the two told each other in person, the program cannot know.</source>
      <translation>Die zweite Person sah das Vergleichsbild, die Fotos und die Merkmalsliste, nicht aber, was die erste gefunden hatte; das Programm hielt es zurück, bis die zweiten Schlüsse abgegeben waren. Was die beiden einander gesagt haben, kann das Programm nicht wissen.</translation>
    </message>
    <message>
      <source>{1} may also read the audit log, in which the first decisions stand; the program hid them there from the assignment on, and cannot tell what was read before.</source>
      <translation>{1} darf auch das Protokoll lesen, in dem die ersten Entscheidungen stehen; das Programm hat sie dort ab der Zuteilung verborgen und kann nicht wissen, was vorher gelesen wurde.</translation>
    </message>
    <message>
      <source>{1} works alone in this library (single-user mode), so there is no second examiner.</source>
      <translation>{1} arbeitet allein in dieser Bibliothek (Einzelbetrieb), also gibt es keine zweite Person.</translation>
    </message>
    <message>
      <source>The policy profile {1} lets no reason replace the second examiner. {2}</source>
      <translation>Das Regelwerk {1} lässt keine Begründung an die Stelle der zweiten Beurteilung treten. {2}</translation>
    </message>
    <message>
      <source>None: {1} works in this library alone (single-user mode).</source>
      <translation>Keine: {1} arbeitet allein in dieser Bibliothek (Einzelbetrieb).</translation>
    </message>
    <message>
      <source>Rank {1}, compared by {2} alone: {3}.</source>
      <translation>Rang {1}, nur von {2} verglichen: {3}.</translation>
    </message>
    <message>
      <source>Rank {1}, notes of {2}: {3}</source>
      <translation>Rang {1}, Notizen von {2}: {3}</translation>
    </message>
    <message>
      <source>withdrawn at {1} by {2}</source>
      <translation>zurückgezogen {1} von {2}</translation>
    </message>
    <message>
      <source>You reviewed search {1} as the second examiner: the first review is somebody else's. Record an agreed conclusion instead.</source>
      <translation>Sie haben die Suche {1} als zweite Person beurteilt: Die erste Beurteilung ist Sache einer anderen. Halten Sie stattdessen eine Einigung fest.</translation>
    </message>
    <message>
      <source>There is no candidate at rank {1} of search {2}.</source>
      <translation>Auf Rang {1} der Suche {2} gibt es keinen Kandidaten.</translation>
    </message>
    <message>
      <source>{1} is no finding. Write it as component=finding, for example nose=similar or scars=dissimilar:left cheek. Findings are: {2}.</source>
      <translation>{1} ist kein Befund. Schreiben Sie ihn als Merkmal=Befund, etwa nose=similar oder scars=dissimilar:left cheek. Befunde sind: {2}.</translation>
    </message>
    <message>
      <source>Reading the batch</source>
      <translation>Stapel wird gelesen</translation>
    </message>
    <message>
      <source>The sketch cannot be written to {1}: {2}. Make room.</source>
      <translation>Das Vergleichsbild lässt sich nicht nach {1} schreiben: {2}. Schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>The gallery holds no photos. Import some first: gallery import FOLDER.</source>
      <translation>Die Galerie enthält keine Fotos. Nehmen Sie zuerst welche auf (Seite Galerie).</translation>
    </message>
    <message>
      <source>None of the {1} photos has a feature of the model bundle in use. Compute the features first: gallery embed.</source>
      <translation>Keines der {1} Fotos hat ein Merkmal des verwendeten Modells. Berechnen Sie zuerst die Merkmale (Seite Galerie).</translation>
    </message>
    <message>
      <source>No photo passes the filters {1}. Widen or remove a filter.</source>
      <translation>Kein Foto entspricht den Filtern {1}. Erweitern oder entfernen Sie einen Filter.</translation>
    </message>
    <message>
      <source>{1} of {2} photos have no feature of the model bundle in use and were not searched. Compute the features: gallery embed.</source>
      <translation>{1} von {2} Fotos haben kein Merkmal des verwendeten Modells und wurden nicht durchsucht. Berechnen Sie die Merkmale (Seite Galerie).</translation>
    </message>
    <message>
      <source>The filters exclude {1} of {2} photos, more than nine in ten. The person sought may be among them: filters rest on recorded values, which may be wrong.</source>
      <translation>Die Filter schließen {1} von {2} Fotos aus, mehr als neun von zehn. Die gesuchte Person kann darunter sein: Filter beruhen auf dem Verzeichneten, das falsch sein kann.</translation>
    </message>
    <message>
      <source>This second review is {1}: it cannot be withdrawn any more.</source>
      <translation>Diese zweite Beurteilung ist {1}: Sie lässt sich nicht mehr zurückziehen.</translation>
    </message>
    <message>
      <source>Say why the second review is withdrawn.</source>
      <translation>Sagen Sie, warum die zweite Beurteilung zurückgezogen wird.</translation>
    </message>
    <message>
      <source>The candidate at rank {1} is not part of your second review: it has {2}.</source>
      <translation>Der Kandidat auf Rang {1} gehört nicht zu Ihrer zweiten Beurteilung: Sie umfasst {2}.</translation>
    </message>
    <message>
      <source>Conclude on every candidate first. Undecided, by rank: {1}.</source>
      <translation>Entscheiden Sie zuerst über jeden Kandidaten. Noch offen, nach Rang: {1}.</translation>
    </message>
    <message>
      <source>An agreed conclusion needs a decision and the reason on which both agree.</source>
      <translation>Eine Einigung braucht eine Entscheidung und die Begründung, auf die sich beide einigen.</translation>
    </message>
    <message>
      <source>No second examiner has concluded on the candidate at rank {1} of search {2}.</source>
      <translation>Über den Kandidaten auf Rang {1} der Suche {2} hat keine zweite Person entschieden.</translation>
    </message>
    <message>
      <source>No second review of search {1} is waiting for you.</source>
      <translation>Auf Sie wartet keine zweite Beurteilung der Suche {1}.</translation>
    </message>
    <message>
      <source>Search {1} has no second review with the number {2}.</source>
      <translation>Suche {1} hat keine zweite Beurteilung mit der Nummer {2}.</translation>
    </message>
    <message>
      <source>Ask one of these: {1}.</source>
      <translation>Fragen Sie eine dieser Personen: {1}.</translation>
    </message>
    <message>
      <source>Nobody else has the role reviewer: make one first.</source>
      <translation>Niemand sonst hat die Rolle Zweitprüfer: Geben Sie sie zuerst jemandem.</translation>
    </message>
    <message>
      <source>{1} cannot be the second examiner. {2}</source>
      <translation>{1} kann nicht die zweite Person sein. {2}</translation>
    </message>
    <message>
      <source>A second examiner reviews what the first one decided. Undecided, by rank: {1}.</source>
      <translation>Die zweite Person beurteilt, was die erste entschieden hat. Noch offen, nach Rang: {1}.</translation>
    </message>
    <message>
      <source>No candidate of this search was decided yet: the first review comes first.</source>
      <translation>Über keinen Kandidaten dieser Suche wurde bisher entschieden: Zuerst kommt die erste Beurteilung.</translation>
    </message>
    <message>
      <source>{1} worked on search {2}: nobody reviews their own work.</source>
      <translation>{1} hat an der Suche {2} gearbeitet: Niemand beurteilt die eigene Arbeit.</translation>
    </message>
    <message>
      <source>{1} is reviewing search {2} already.</source>
      <translation>{1} beurteilt die Suche {2} schon.</translation>
    </message>
    <message>
      <source>{1} has opened candidates of search {2} before, beside what was found on them, and would not be blind. Ask somebody else.</source>
      <translation>{1} hat Kandidaten der Suche {2} schon geöffnet, mit dem, was zu ihnen gefunden wurde, und wäre nicht blind. Fragen Sie jemand anderen.</translation>
    </message>
    <message>
      <source>{1} has read what was found on search {2}, in a list or a report, and would not be blind. Ask somebody else.</source>
      <translation>{1} hat in einer Liste oder einem Bericht gelesen, was bei der Suche {2} gefunden wurde, und wäre nicht blind. Fragen Sie jemand anderen.</translation>
    </message>
    <message>
      <source>The name or the password is wrong.</source>
      <translation>Name oder Passwort ist falsch.</translation>
    </message>
    <message>
      <source>This library has no accounts: whoever is logged in at the computer works in it.</source>
      <translation>Diese Bibliothek hat keine Konten: Wer am Computer angemeldet ist, arbeitet in ihr.</translation>
    </message>
    <message>
      <source>The new password is the old one. Choose another one.</source>
      <translation>Das neue Passwort ist das alte. Wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>There were too many wrong passwords: wait {1}, or ask an administrator to set a new password.</source>
      <translation>Es gab zu viele falsche Passwörter: Warten Sie {1}, oder bitten Sie einen Verwalter, ein neues Passwort zu setzen.</translation>
    </message>
    <message>
      <source>{1} minutes</source>
      <translation>{1} Minuten</translation>
    </message>
    <message>
      <source>{1} seconds</source>
      <translation>{1} Sekunden</translation>
    </message>
    <message>
      <source>1 second</source>
      <translation>1 Sekunde</translation>
    </message>
    <message>
      <source>The account {1} is disabled. Ask an administrator of this library.</source>
      <translation>Das Konto {1} ist stillgelegt. Fragen Sie einen Verwalter dieser Bibliothek.</translation>
    </message>
    <message>
      <source>The file holds no signature.</source>
      <translation>Die Datei enthält keine Signatur.</translation>
    </message>
    <message>
      <source>What was signed was ALTERED afterwards.</source>
      <translation>Was signiert wurde, ist danach VERÄNDERT worden.</translation>
    </message>
    <message>
      <source>The file was changed after the last signature: something was added to it.</source>
      <translation>Die Datei wurde nach der letzten Signatur verändert: Es wurde etwas angehängt.</translation>
    </message>
    <message>
      <source>It was signed with another certificate than the one you named.</source>
      <translation>Sie wurde mit einem anderen Zertifikat signiert als dem, das Sie genannt haben.</translation>
    </message>
    <message>
      <source>Signed with the key of a certificate made out to {1}{2}.</source>
      <translation>Signiert mit dem Schlüssel eines Zertifikats, ausgestellt auf {1}{2}.</translation>
    </message>
    <message>
      <source>, by the clock of that computer at {1}</source>
      <translation>, nach der Uhr jenes Rechners am {1}</translation>
    </message>
    <message>
      <source>The certificate's fingerprint is {1}.</source>
      <translation>Der Fingerabdruck des Zertifikats ist {1}.</translation>
    </message>
    <message>
      <source>What was signed is unchanged.</source>
      <translation>Was signiert wurde, ist unverändert.</translation>
    </message>
    <message>
      <source>The signature does not say who produced the report.</source>
      <translation>Die Signatur sagt nicht, wer den Bericht erstellt hat.</translation>
    </message>
    <message>
      <source>Produced by {1}: so says the program that signed it, by who was signed in to the library or logged in at the computer. The key vouches for its holder alone.</source>
      <translation>Erstellt von {1}: So sagt es das Programm, das signiert hat, danach, wer in der Bibliothek oder am Computer angemeldet war. Der Schlüssel bürgt nur für seinen Inhaber.</translation>
    </message>
    <message>
      <source>It is the certificate that you named.</source>
      <translation>Es ist das Zertifikat, das Sie genannt haben.</translation>
    </message>
    <message>
      <source>It is the certificate of this computer.</source>
      <translation>Es ist das Zertifikat dieses Rechners.</translation>
    </message>
    <message>
      <source>{1}, and whether to trust it is not checked here. Compare the fingerprint with the one the producer tells you by another way: anybody can make a certificate in any name.</source>
      <translation>{1}, und ob ihm zu trauen ist, wird hier nicht geprüft. Vergleichen Sie den Fingerabdruck mit dem, den Ihnen der Ersteller auf anderem Weg nennt: Jeder kann ein Zertifikat auf jeden Namen machen.</translation>
    </message>
    <message>
      <source>It is self-made</source>
      <translation>Es ist selbst ausgestellt</translation>
    </message>
    <message>
      <source>It was made out by {1}</source>
      <translation>Es wurde ausgestellt von {1}</translation>
    </message>
    <message>
      <source>The record of search {1} is missing although the audit log has it.</source>
      <translation>Die Aufzeichnung der Suche {1} fehlt, obwohl das Protokoll sie hat.</translation>
    </message>
    <message>
      <source>Versions of reviews of search {1} are missing although the audit log has them: {2}.</source>
      <translation>Versionen von Beurteilungen der Suche {1} fehlen, obwohl das Protokoll sie hat: {2}.</translation>
    </message>
    <message>
      <source>Steps of second reviews of search {1} are missing although the audit log has them: {2}.</source>
      <translation>Schritte zweiter Beurteilungen der Suche {1} fehlen, obwohl das Protokoll sie hat: {2}.</translation>
    </message>
    <message>
      <source>The file {1} of the model cannot be read: {2}.</source>
      <translation>Die Datei {1} des Modells lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
      <source>The file {1} of the model is not what its manifest says. Do not search with it: restore the model from where it came from.</source>
      <translation>Die Datei {1} des Modells ist nicht, was sein Manifest sagt. Suchen Sie nicht damit: Stellen Sie das Modell von seiner Quelle wieder her.</translation>
    </message>
    <message>
      <source>The package says: case {1}, made {2} by {3} with version {4}.</source>
      <translation>Das Paket sagt: Fall {1}, erstellt {2} von {3} mit Version {4}.</translation>
    </message>
    <message>
      <source>There is no signature that can be checked: {1}</source>
      <translation>Es gibt keine Signatur, die sich prüfen lässt: {1}</translation>
    </message>
    <message>
      <source>The manifest is not what the key {1} signed: it was altered afterwards.</source>
      <translation>Das Manifest ist nicht das, das der Schlüssel {1} signiert hat: Es wurde danach verändert.</translation>
    </message>
    <message>
      <source>The manifest is the one that the key {1} signed.</source>
      <translation>Das Manifest ist das, das der Schlüssel {1} signiert hat.</translation>
    </message>
    <message>
      <source>It was signed by another key than the one you named.</source>
      <translation>Signiert wurde mit einem anderen Schlüssel als dem, den Sie genannt haben.</translation>
    </message>
    <message>
      <source>It is the key that you named.</source>
      <translation>Es ist der Schlüssel, den Sie genannt haben.</translation>
    </message>
    <message>
      <source>It is the signing key of this computer.</source>
      <translation>Es ist der Signaturschlüssel dieses Rechners.</translation>
    </message>
    <message>
      <source>The signer is unknown here, and anybody can make a key: have the maker tell you the fingerprint by another way, and compare.</source>
      <translation>Der Unterzeichner ist hier unbekannt, und jeder kann einen Schlüssel machen: Lassen Sie sich den Fingerabdruck vom Ersteller auf anderem Weg nennen, und vergleichen Sie.</translation>
    </message>
    <message>
      <source>The manifest does not know the file {1} in the package.</source>
      <translation>Das Manifest kennt die Datei {1} im Paket nicht.</translation>
    </message>
    <message>
      <source>All {1} files have the hashes that the manifest lists.</source>
      <translation>Alle {1} Dateien haben die Hashwerte, die das Manifest nennt.</translation>
    </message>
    <message>
      <source>The file {1} was altered: its hash is not the one in the manifest.</source>
      <translation>Die Datei {1} wurde verändert: Ihr Hashwert ist nicht der im Manifest.</translation>
    </message>
    <message>
      <source>All {1} entries of the audit log in the package have their hashes.</source>
      <translation>Alle {1} Protokolleinträge im Paket haben ihre Hashwerte.</translation>
    </message>
    <message>
      <source>Entries of other cases are left out at {1} places of the audit log. Whether nothing was taken out there can only be checked in the library.</source>
      <translation>Einträge anderer Fälle sind an {1} Stellen des Protokolls ausgelassen. Ob dort nichts herausgenommen wurde, lässt sich nur in der Bibliothek prüfen.</translation>
    </message>
    <message>
      <source>The audit log had {1} entries; the last one's hash is {2}.</source>
      <translation>Das Protokoll hatte {1} Einträge; der Hashwert des letzten ist {2}.</translation>
    </message>
    <message>
      <source>Records, rankings, reviews by both examiners and reports of {1} are those that the audit log names.</source>
      <translation>Aufzeichnungen, Ranglisten, Beurteilungen beider Personen und Berichte von {1} sind die, die das Protokoll nennt.</translation>
    </message>
    <message>
      <source>{1} searches</source>
      <translation>{1} Suchen</translation>
    </message>
    <message>
      <source>1 search</source>
      <translation>1 Suche</translation>
    </message>
    <message>
      <source>Checking the package</source>
      <translation>Paket wird geprüft</translation>
    </message>
    <message>
      <source>There is an account named {1} already. Choose another name.</source>
      <translation>Es gibt schon ein Konto namens {1}. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>The account {1} in the library was altered: it is none that this program wrote. Keep the library as it is, and compare it with a backup.</source>
      <translation>Das Konto {1} in der Bibliothek wurde verändert: Es ist keines, das dieses Programm geschrieben hat. Lassen Sie die Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
      <source>The audit log cannot be read beyond entry {1}, so entry {2} is broken: {3}</source>
      <translation>Das Protokoll lässt sich über Eintrag {1} hinaus nicht lesen, also ist Eintrag {2} fehlerhaft: {3}</translation>
    </message>
    <message>
      <source>The file {1} is missing or unreadable, so entries may be missing after entry {2} of the audit log. {3}</source>
      <translation>Die Datei {1} fehlt oder ist unlesbar, deshalb können nach Eintrag {2} des Protokolls Einträge fehlen. {3}</translation>
    </message>
    <message>
      <source>The audit log is cut: entries {1} to {2} are missing at its end. {3}</source>
      <translation>Das Protokoll ist abgeschnitten: Die Einträge {1} bis {2} fehlen an seinem Ende. {3}</translation>
    </message>
    <message>
      <source>Entry {1} of the audit log is not the one that {2} names: the log was rewritten. {3}</source>
      <translation>Eintrag {1} des Protokolls ist nicht der, den {2} nennt: Das Protokoll wurde neu geschrieben. {3}</translation>
    </message>
    <message>
      <source>Checking the audit chain</source>
      <translation>Kette des Protokolls wird geprüft</translation>
    </message>
    <message>
      <source>{1} is of a newer version of this program. Update the program to restore it.</source>
      <translation>{1} ist von einer neueren Version dieses Programms. Aktualisieren Sie das Programm, um wiederherzustellen.</translation>
    </message>
    <message>
      <source>{1} holds no backup: {2} cannot be read ({3}). Choose the folder of one backup, named by its date.</source>
      <translation>{1} enthält keine Sicherung: {2} lässt sich nicht lesen ({3}). Wählen Sie den Ordner einer Sicherung, der nach ihrem Datum benannt ist.</translation>
    </message>
    <message>
      <source>{1} is not the manifest of a backup, or it is damaged. Choose another one.</source>
      <translation>{1} ist nicht das Manifest einer Sicherung, oder es ist beschädigt. Wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>At least one backup has to be kept.</source>
      <translation>Mindestens eine Sicherung muss aufbewahrt werden.</translation>
    </message>
    <message>
      <source>{1} lies in the library itself. Choose a folder elsewhere, best on another disk.</source>
      <translation>{1} liegt in der Bibliothek selbst. Wählen Sie einen Ordner anderswo, am besten auf einem anderen Datenträger.</translation>
    </message>
    <message>
      <source>The database is damaged ({1}). Check the library: forensic-id library check.</source>
      <translation>Die Datenbank ist beschädigt ({1}). Prüfen Sie die Bibliothek (Einstellungen, „Sicherung und Prüfung“).</translation>
    </message>
    <message>
      <source>{1} Check the library: forensic-id library check.</source>
      <translation>{1} Prüfen Sie die Bibliothek (Einstellungen, „Sicherung und Prüfung“).</translation>
    </message>
    <message>
      <source>{1} is not what was written. Check the disk, and back up to another one.</source>
      <translation>{1} ist nicht, was geschrieben wurde. Prüfen Sie den Datenträger, und sichern Sie auf einen anderen.</translation>
    </message>
    <message>
      <source>The backup in {1} could not be written: {2}. It was given up; earlier backups are as they were. Free some space or choose another disk.</source>
      <translation>Die Sicherung in {1} ließ sich nicht schreiben: {2}. Sie wurde aufgegeben; frühere Sicherungen sind, wie sie waren. Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
      <source>Checking the copy</source>
      <translation>Kopie wird geprüft</translation>
    </message>
    <message>
      <source>Copying originals</source>
      <translation>Originale werden kopiert</translation>
    </message>
    <message>
      <source>Copying the database</source>
      <translation>Datenbank wird kopiert</translation>
    </message>
    <message>
      <source>case no. {1}</source>
      <translation>Fall Nr. {1}</translation>
    </message>
    <message>
      <source>There is no case {1}.</source>
      <translation>Es gibt keinen Fall {1}.</translation>
    </message>
    <message>
      <source>The case {1} is kept by {2}.</source>
      <translation>Der Fall {1} bleibt wegen: {2}.</translation>
    </message>
    <message>
      <source>{1} cannot be removed: {2}. Remove it by hand.</source>
      <translation>{1} lässt sich nicht entfernen: {2}. Entfernen Sie es von Hand.</translation>
    </message>
    <message>
      <source>The case needs its {1}: number, offence, legal authority and requester are mandatory.</source>
      <translation>Dem Fall fehlt eine Angabe ({1}): Nummer, Delikt, Rechtsgrundlage und Auftraggeber sind Pflicht.</translation>
    </message>
    <message>
      <source>There is a case {1} already: choose another number.</source>
      <translation>Es gibt schon einen Fall {1}: Wählen Sie eine andere Nummer.</translation>
    </message>
    <message>
      <source>There is no case {1}. Open it first, with offence, authority and requester.</source>
      <translation>Es gibt keinen Fall {1}. Legen Sie ihn zuerst an, mit Delikt, Rechtsgrundlage und Auftraggeber.</translation>
    </message>
    <message>
      <source>The case {1} was closed at {2}: {3}.</source>
      <translation>Der Fall {1} wurde am {2} geschlossen: {3}.</translation>
    </message>
    <message>
      <source>it takes no more searches</source>
      <translation>Er nimmt keine Suchen mehr auf</translation>
    </message>
    <message>
      <source>it cannot be closed again</source>
      <translation>Er lässt sich nicht noch einmal schließen</translation>
    </message>
    <message>
      <source>The library cannot be {1}: {2}: {3}. It is unchanged.</source>
      <translation>Die Bibliothek lässt sich nicht ändern ({1}): {2}: {3}. Sie ist unverändert.</translation>
    </message>
    <message>
      <source>The drive of {1} has {2} MB free; a second copy of the library needs {3} MB for a while. Free some space and try again.</source>
      <translation>Auf dem Datenträger von {1} sind {2} MB frei; eine zweite Kopie der Bibliothek braucht eine Zeit lang {3} MB. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{1} belongs to no photo and no sketch, and would be lost ({2} such files). Move it out of the library, then try again.</source>
      <translation>{1} gehört zu keinem Foto und keinem Vergleichsbild und ginge verloren ({2} solche Dateien). Legen Sie es außerhalb der Bibliothek ab, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>A conversion of the library that was interrupted cannot be brought to its end: {1}: {2}. Check the disk and the permissions, then open the library again.</source>
      <translation>Eine unterbrochene Umwandlung der Bibliothek lässt sich nicht zu Ende bringen: {1}: {2}. Prüfen Sie Datenträger und Zugriffsrechte, dann öffnen Sie die Bibliothek noch einmal.</translation>
    </message>
    <message>
      <source>Removing what was replaced</source>
      <translation>Ersetztes wird entfernt</translation>
    </message>
    <message>
      <source>Writing the originals anew</source>
      <translation>Originale werden neu geschrieben</translation>
    </message>
    <message>
      <source>The disk is full: nothing of the last step was kept. Free some space and do it again.</source>
      <translation>Der Datenträger ist voll: Vom letzten Schritt wurde nichts behalten. Schaffen Sie Platz, und wiederholen Sie ihn.</translation>
    </message>
    <message>
      <source>Another program has been writing to the library for too long. Close it and try again.</source>
      <translation>Ein anderes Programm schreibt schon zu lange in die Bibliothek. Schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The library may not be written. Check the permissions of the folder and its files.</source>
      <translation>In die Bibliothek darf nicht geschrieben werden. Prüfen Sie die Zugriffsrechte des Ordners und seiner Dateien.</translation>
    </message>
    <message>
      <source>The database cannot be opened. Check that the folder exists and that you may write in it.</source>
      <translation>Die Datenbank lässt sich nicht öffnen. Prüfen Sie, ob es den Ordner gibt und ob Sie darin schreiben dürfen.</translation>
    </message>
    <message>
      <source>The database may not be opened. Check the permissions of the folder and its files.</source>
      <translation>Die Datenbank darf nicht geöffnet werden. Prüfen Sie die Zugriffsrechte des Ordners und seiner Dateien.</translation>
    </message>
    <message>
      <source>The file is no SQLite database, or an encrypted one whose key file is gone. Restore both from a backup, or choose another library.</source>
      <translation>Die Datei ist keine SQLite-Datenbank, oder eine verschlüsselte ohne ihre Schlüsseldatei. Stellen Sie beide aus einer Sicherung wieder her, oder wählen Sie eine andere Bibliothek.</translation>
    </message>
    <message>
      <source>The database is damaged. Restore it from a backup.</source>
      <translation>Die Datenbank ist beschädigt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>The disk reported an error. Check the disk, then try again.</source>
      <translation>Der Datenträger meldet einen Fehler. Prüfen Sie ihn, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The database does not open with the key of the key file: the two do not belong together, or its first page is damaged. Restore both from one backup.</source>
      <translation>Die Datenbank lässt sich mit dem Schlüssel der Schlüsseldatei nicht öffnen: Die beiden gehören nicht zusammen, oder ihre erste Seite ist beschädigt. Stellen Sie beide aus derselben Sicherung wieder her.</translation>
    </message>
    <message>
      <source>{1} lies on a network drive and is open in a program of the computer that keeps it. Close that program, open the library here first, and both can use it.</source>
      <translation>{1} liegt auf einem Netzlaufwerk und ist in einem Programm des Rechners geöffnet, der es bereitstellt. Schließen Sie jenes Programm, öffnen Sie die Bibliothek zuerst hier, und beide können sie benutzen.</translation>
    </message>
    <message>
      <source>{1} cannot be written anew: {2}. The library is unchanged; check the disk, and the library with 'library verify'.</source>
      <translation>{1} lässt sich nicht neu schreiben: {2}. Die Bibliothek ist unverändert; prüfen Sie den Datenträger und die Bibliothek (Protokoll, „Alles prüfen“).</translation>
    </message>
    <message>
      <source>{1} is open in another program. Close it and try again.</source>
      <translation>{1} ist in einem anderen Programm geöffnet. Schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Encrypted libraries need SQLCipher, which is not installed here. Set the program up with its extra 'encryption' (the package sqlcipher3), then try again.</source>
      <translation>Verschlüsselte Bibliotheken brauchen SQLCipher, das hier nicht installiert ist. Richten Sie das Programm mit seinem Zusatz „encryption“ (dem Paket sqlcipher3) ein, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>There is no photo with the number {1} in the gallery.</source>
      <translation>In der Galerie gibt es kein Foto mit der Nummer {1}.</translation>
    </message>
    <message>
      <source>The feature of photo {1} in {2} has another size than the others. Restore the library from a backup.</source>
      <translation>Das Merkmal des Fotos {1} in {2} hat eine andere Größe als die übrigen. Stellen Sie die Bibliothek aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>{1} cannot be opened: {2}. Check that you may write in the library's folder.</source>
      <translation>{1} lässt sich nicht öffnen: {2}. Prüfen Sie, ob Sie im Ordner der Bibliothek schreiben dürfen.</translation>
    </message>
    <message>
      <source>The file system of {1} knows no locks ({2}), so two programs could damage the library. Keep it on another drive.</source>
      <translation>Das Dateisystem von {1} kennt keine Dateisperren ({2}); zwei Programme könnten die Bibliothek beschädigen. Bewahren Sie sie auf einem anderen Laufwerk auf.</translation>
    </message>
    <message>
      <source>The photo {1} is enrolled already.</source>
      <translation>Das Foto {1} ist schon aufgenommen.</translation>
    </message>
    <message>
      <source>There is no subject with the external id {1} in the gallery.</source>
      <translation>In der Galerie gibt es keine Person mit der Kennung {1}.</translation>
    </message>
    <message>
      <source>There is no subject with the number {1} in the gallery.</source>
      <translation>In der Galerie gibt es keine Person mit der Nummer {1}.</translation>
    </message>
    <message>
      <source>There is a subject {1} already: choose another external id.</source>
      <translation>Es gibt schon eine Person {1}: Wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
      <source>Photo {1} is the only one of subject {2}. Remove the subject instead.</source>
      <translation>Foto {1} ist das einzige der Person {2}. Entfernen Sie stattdessen die Person.</translation>
    </message>
    <message>
      <source>Subject {1} is kept by {2}. Lift the hold first.</source>
      <translation>Die Person {1} bleibt wegen: {2}. Heben Sie zuerst die Sperre auf.</translation>
    </message>
    <message>
      <source>Restore this file from a backup of the library; do not use it as evidence.</source>
      <translation>Stellen Sie diese Datei aus einer Sicherung der Bibliothek wieder her; verwenden Sie sie nicht als Beweismittel.</translation>
    </message>
    <message>
      <source>{1} cannot be written: {2}. Free some space or check the permissions.</source>
      <translation>{1} lässt sich nicht schreiben: {2}. Schaffen Sie Platz, oder prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <source>The original {1} is missing. {2}</source>
      <translation>Das Original {1} fehlt. {2}</translation>
    </message>
    <message>
      <source>The original {1} cannot be read: {2}.</source>
      <translation>Das Original {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
      <source>The original {1} was altered: {2} {3}</source>
      <translation>Das Original {1} wurde verändert: {2} {3}</translation>
    </message>
    <message>
      <source>The original {1} was altered: its bytes do not match its hash. {2}</source>
      <translation>Das Original {1} wurde verändert: Seine Bytes passen nicht zu seinem Hashwert. {2}</translation>
    </message>
    <message>
      <source>The database is damaged: {1}.</source>
      <translation>Die Datenbank ist beschädigt: {1}.</translation>
    </message>
    <message>
      <source>Row {1} of the table {2} refers to a row of {3} that is missing.</source>
      <translation>Zeile {1} der Tabelle {2} verweist auf eine Zeile von {3}, die fehlt.</translation>
    </message>
    <message>
      <source>The text by which subjects are found is not that of their names for {1} of them.</source>
      <translation>Der Text, über den Personen gefunden werden, gehört bei {1} von ihnen nicht zu ihrem Namen.</translation>
    </message>
    <message>
      <source>Checking pictures</source>
      <translation>Bilder werden geprüft</translation>
    </message>
    <message>
      <source>Checking features</source>
      <translation>Merkmale werden geprüft</translation>
    </message>
    <message>
      <source>Comparing {1} with the audit log</source>
      <translation>Mit dem Protokoll verglichen: {1}</translation>
    </message>
    <message>
      <source>The library folder {1} cannot be used: {2}. Choose a folder in which you may write.</source>
      <translation>Der Bibliotheksordner {1} lässt sich nicht benutzen: {2}. Wählen Sie einen Ordner, in dem Sie schreiben dürfen.</translation>
    </message>
    <message>
      <source>The folder {1} holds no library but other files ({2}). Choose an empty folder or a new one.</source>
      <translation>Der Ordner {1} enthält keine Bibliothek, sondern andere Dateien ({2}). Wählen Sie einen leeren oder einen neuen Ordner.</translation>
    </message>
    <message>
      <source>There is no library in {1}. Import a gallery into it first, or choose another folder.</source>
      <translation>In {1} ist keine Bibliothek. Nehmen Sie zuerst eine Galerie darin auf, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The library {1} is encrypted. Give its passphrase to unlock it.</source>
      <translation>Die Bibliothek {1} ist verschlüsselt. Geben Sie die Passphrase ein, um sie zu entsperren.</translation>
    </message>
    <message>
      <source>The library {1} was given another key. Unlock it again.</source>
      <translation>Die Bibliothek {1} hat einen anderen Schlüssel bekommen. Entsperren Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>The library {1} is not encrypted any more. Open it again.</source>
      <translation>Die Bibliothek {1} ist nicht mehr verschlüsselt. Öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>The database {1} is missing although {2} counts {3} audit entries. Restore it from a backup.</source>
      <translation>Die Datenbank {1} fehlt, obwohl {2} {3} Protokolleinträge zählt. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>The library folder {1} cannot be written: {2}. Check the permissions.</source>
      <translation>In den Bibliotheksordner {1} lässt sich nicht schreiben: {2}. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <source>The library {1} was written by a newer version of this program (form {2}, this version knows {3}). Update the program to use it.</source>
      <translation>Die Bibliothek {1} wurde von einer neueren Version dieses Programms geschrieben (Form {2}, diese Version kennt {3}). Aktualisieren Sie das Programm, um sie zu benutzen.</translation>
    </message>
    <message>
      <source>Before it is brought to a newer form, the library is copied. That failed: {1}</source>
      <translation>Bevor die Bibliothek in eine neuere Form gebracht wird, wird sie kopiert. Das gelang nicht: {1}</translation>
    </message>
    <message>
      <source>{1} is damaged: so is the library. Restore it from a backup.</source>
      <translation>{1} ist beschädigt, also auch die Bibliothek. Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>{1} is the database of another program. Choose another folder for the library.</source>
      <translation>{1} ist die Datenbank eines anderen Programms. Wählen Sie einen anderen Ordner für die Bibliothek.</translation>
    </message>
    <message>
      <source>The stored picture of photo {1} in {2} is broken. Restore the library from a backup.</source>
      <translation>Das gespeicherte Bild des Fotos {1} in {2} ist fehlerhaft. Stellen Sie die Bibliothek aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <source>The library {1} cannot be {2} while it is open elsewhere: {3}. Close it there and try again.</source>
      <translation>Die Bibliothek {1} kann nicht {2} werden, solange sie anderswo geöffnet ist: {3}. Schließen Sie sie dort, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>{1} cannot be made: {2}.</source>
      <translation>{1} lässt sich nicht anlegen: {2}.</translation>
    </message>
    <message>
      <source>is being opened or closed by another program for too long. Close that program and try again.</source>
      <translation>wird schon zu lange von einem anderen Programm geöffnet oder geschlossen. Schließen Sie jenes Programm, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>is being {1} by {2}. Wait until that is done, then try again.</source>
      <translation>wird gerade {1}, und zwar von {2}. Warten Sie, bis das getan ist, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>process {1} of {2} on {3}</source>
      <translation>Prozess {1} von {2} auf {3}</translation>
    </message>
    <message>
      <source>an unknown user</source>
      <translation>jemand Unbekanntes</translation>
    </message>
    <message>
      <source>The library {1} {2}</source>
      <translation>Die Bibliothek {1} {2}</translation>
    </message>
    <message>
      <source>subject no. {1}</source>
      <translation>Person Nr. {1}</translation>
    </message>
    <message>
      <source>{1} is not empty. A backup is restored into a new folder only.</source>
      <translation>{1} ist nicht leer. Eine Sicherung wird nur in einen neuen Ordner wiederhergestellt.</translation>
    </message>
    <message>
      <source>{1} could not be written: {2}. Nothing was restored; free some space or choose another disk.</source>
      <translation>{1} ließ sich nicht schreiben: {2}. Nichts wurde wiederhergestellt; schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
      <source>The backup {1} lacks its database. Choose another backup.</source>
      <translation>Der Sicherung {1} fehlt ihre Datenbank. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <source>The backup lacks the file {1}. Choose another backup.</source>
      <translation>Der Sicherung fehlt die Datei {1}. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
      <source>The manifest of the backup names a file outside the library: {1}.</source>
      <translation>Das Manifest der Sicherung nennt eine Datei außerhalb der Bibliothek: {1}.</translation>
    </message>
    <message>
      <source>{1} is not what the backup's manifest says: it was damaged or altered. Choose another.</source>
      <translation>{1} ist nicht, was das Manifest der Sicherung sagt: Die Datei wurde beschädigt oder verändert. Wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>Restoring files</source>
      <translation>Dateien werden wiederhergestellt</translation>
    </message>
    <message>
      <source>Subject {1} is kept by {2}.</source>
      <translation>Die Person {1} bleibt wegen: {2}.</translation>
    </message>
    <message>
      <source>There is no hold {1}. It may have been lifted.</source>
      <translation>Es gibt keine Sperre {1}. Vielleicht wurde sie aufgehoben.</translation>
    </message>
    <message>
      <source>There is no search with the number {1}.</source>
      <translation>Es gibt keine Suche mit der Nummer {1}.</translation>
    </message>
    <message>
      <source>There is no candidate at rank {1} of a search with the number {2}.</source>
      <translation>Auf Rang {1} einer Suche mit der Nummer {2} gibt es keinen Kandidaten.</translation>
    </message>
    <message>
      <source>Version {1} of the review of the candidate at rank {2} of search {3} was altered: it is not the one in the audit log. Keep the library as it is, and compare it with a backup.</source>
      <translation>Version {1} der Beurteilung des Kandidaten auf Rang {2} der Suche {3} wurde verändert: Sie ist nicht die im Protokoll. Lassen Sie die Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
      <source>The record of {1} {2}.</source>
      <translation>Die Aufzeichnung ({1}) {2}.</translation>
    </message>
    <message>
      <source>mode of the library</source>
      <translation>Betriebsart der Bibliothek</translation>
    </message>
    <message>
      <source>policy profile</source>
      <translation>Regelwerk</translation>
    </message>
    <message>
      <source>is not the one in the audit log: it was replaced or altered</source>
      <translation>ist nicht, was im Protokoll steht: ersetzt oder verändert</translation>
    </message>
    <message>
      <source>The record of {1} is missing although the audit log has it.</source>
      <translation>Die Aufzeichnung ({1}) fehlt, obwohl das Protokoll sie hat.</translation>
    </message>
    <message>
      <source>The record of photo {1} {2}.</source>
      <translation>Die Aufzeichnung des Fotos {1} {2}.</translation>
    </message>
    <message>
      <source>The record of photo {1} is missing although the audit log has it.</source>
      <translation>Die Aufzeichnung des Fotos {1} fehlt, obwohl das Protokoll sie hat.</translation>
    </message>
    <message>
      <source>Hold {1} is missing although the audit log has it and it was not lifted.</source>
      <translation>Sperre {1} fehlt, obwohl das Protokoll sie hat und sie nicht aufgehoben wurde.</translation>
    </message>
    <message>
      <source>Hold {1} {2}.</source>
      <translation>Sperre {1} {2}.</translation>
    </message>
    <message>
      <source>The {1} is missing although the audit log has it.</source>
      <translation>Es fehlt, obwohl das Protokoll es hat: {1}.</translation>
    </message>
    <message>
      <source>The {1} is not what the audit log tells of its roles: it was replaced or altered.</source>
      <translation>Die Rollen sind nicht die im Protokoll: ersetzt oder verändert ({1}).</translation>
    </message>
    <message>
      <source>How reports name the account {1} {2}.</source>
      <translation>Wie Berichte das Konto {1} nennen, {2}.</translation>
    </message>
    <message>
      <source>The choices of the {1} are not those in the audit log: rows were replaced or removed.</source>
      <translation>Was gewählt wurde ({1}), steht anders im Protokoll: Zeilen wurden ersetzt oder entfernt.</translation>
    </message>
    <message>
      <source>There is no search with the number {1}.{2}</source>
      <translation>Es gibt keine Suche mit der Nummer {1}.{2}</translation>
    </message>
    <message>
      <source>{1} with its case.</source>
      <translation>{1} mit dem Fall.</translation>
    </message>
    <message>
      <source>The record of search {1} was altered: {2}. Keep the library as it is, and compare it with a backup.</source>
      <translation>Die Aufzeichnung der Suche {1} wurde verändert: {2}. Lassen Sie die Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
      <source>its {1} is not the one in the audit log</source>
      <translation>anders im Protokoll: {1}</translation>
    </message>
    <message>
      <source>its ranking holds what is no number</source>
      <translation>ihre Rangliste enthält, was keine Zahl ist</translation>
    </message>
    <message>
      <source>the audit log has no entry of it</source>
      <translation>das Protokoll hat keinen Eintrag dazu</translation>
    </message>
    <message>
      <source>Step {1} of a second review of search {2} was altered: it is not the one in the audit log. Keep the library as it is, and compare it with a backup.</source>
      <translation>Schritt {1} einer zweiten Beurteilung der Suche {2} wurde verändert: Er ist nicht der im Protokoll. Lassen Sie die Bibliothek, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
      <source>The five landmarks lie on one spot. Place each on its own part of the face.</source>
      <translation>Die fünf Punkte liegen auf einer Stelle. Setzen Sie jeden auf seinen Teil des Gesichts.</translation>
    </message>
    <message>
      <source>The picture is too large to be turned by this angle: crop it first.</source>
      <translation>Das Bild ist zu groß, um um diesen Winkel gedreht zu werden: Schneiden Sie es zuerst zu.</translation>
    </message>
    <message>
      <source>“{1}” is empty. Choose a picture that opens in an image viewer.</source>
      <translation>„{1}“ ist leer. Wählen Sie ein Bild, das sich in einem Bildbetrachter öffnen lässt.</translation>
    </message>
    <message>
      <source>photo {1}</source>
      <translation>Foto {1}</translation>
    </message>
    <message>
      <source>“{1}” is a folder. Choose an image file.</source>
      <translation>„{1}“ ist ein Ordner. Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
      <source>“{1}” has {2} MiB; files above {3} MiB are refused. Save it smaller or compressed.</source>
      <translation>„{1}“ hat {2} MiB; Dateien über {3} MiB werden abgelehnt. Speichern Sie das Bild kleiner oder komprimiert.</translation>
    </message>
    <message>
      <source>“{1}” does not exist. Check the path.</source>
      <translation>„{1}“ gibt es nicht. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <source>“{1}” cannot be read ({2}). Check its permissions and the disk.</source>
      <translation>„{1}“ lässt sich nicht lesen ({2}). Prüfen Sie die Zugriffsrechte und den Datenträger.</translation>
    </message>
    <message>
      <source>claims {1} x {2} pixels; at most {3} megapixels are taken. Save it smaller.</source>
      <translation>gibt {1} x {2} Pixel an; höchstens {3} Megapixel werden angenommen. Speichern Sie das Bild kleiner.</translation>
    </message>
    <message>
      <source>has only {1} x {2} pixels. A face needs at least {3} pixels a side; use a larger picture.</source>
      <translation>hat nur {1} x {2} Pixel. Ein Gesicht braucht mindestens {3} Pixel je Seite; verwenden Sie ein größeres Bild.</translation>
    </message>
    <message>
      <source>claims more than {1} megapixels and is refused. Save it smaller.</source>
      <translation>gibt mehr als {1} Megapixel an und wird abgelehnt. Speichern Sie das Bild kleiner.</translation>
    </message>
    <message>
      <source>is no image that can be read ({1} are). Convert it, or choose another file.</source>
      <translation>ist kein lesbares Bild (lesbar: {1}). Wandeln Sie es um, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>does not fit into memory. Save it smaller.</source>
      <translation>passt nicht in den Arbeitsspeicher. Speichern Sie das Bild kleiner.</translation>
    </message>
    <message>
      <source>is damaged and cannot be decoded ({1}). Fetch the file anew from its source.</source>
      <translation>ist beschädigt und lässt sich nicht entschlüsseln ({1}). Holen Sie die Datei neu von ihrer Quelle.</translation>
    </message>
    <message>
      <source>No face was found in “{1}”. Draw a box around the face, or set its five landmarks by hand.</source>
      <translation>In „{1}“ wurde kein Gesicht gefunden. Ziehen Sie einen Rahmen um das Gesicht, oder setzen Sie seine fünf Punkte von Hand.</translation>
    </message>
    <message>
      <source>The box {1} is too small for a face. Give x, y, width and height in pixels, {2} or more a side.</source>
      <translation>Der Rahmen {1} ist zu klein für ein Gesicht. Geben Sie x, y, Breite und Höhe in Pixeln an, mindestens {2} je Seite.</translation>
    </message>
    <message>
      <source>The box {1} lies outside “{2}” ({3} x {4} pixels). Draw it around the face.</source>
      <translation>Der Rahmen {1} liegt außerhalb von „{2}“ ({3} x {4} Pixel). Ziehen Sie ihn um das Gesicht.</translation>
    </message>
    <message>
      <source>The landmarks lie outside “{1}” ({2} x {3} pixels). Give right eye, left eye, nose tip, right and left mouth corner in pixels; “right” is the person's right.</source>
      <translation>Die Punkte liegen außerhalb von „{1}“ ({2} x {3} Pixel). Geben Sie rechtes Auge, linkes Auge, Nasenspitze, rechten und linken Mundwinkel in Pixeln an; „rechts“ ist rechts von der Person aus.</translation>
    </message>
    <message>
      <source>The landmarks spread over {1} pixels, more than “{2}” has.</source>
      <translation>Die Punkte spannen {1} Pixel, mehr als „{2}“ hat.</translation>
    </message>
    <message>
      <source>The eyes are only {1} pixels apart ({2} or more are needed): scan or crop the picture at a higher resolution.</source>
      <translation>Die Augen liegen nur {1} Pixel auseinander (mindestens {2} sind nötig): Scannen oder schneiden Sie das Bild in höherer Auflösung.</translation>
    </message>
    <message>
      <source>The face is blurred: use a sharper picture if there is one.</source>
      <translation>Das Gesicht ist unscharf: Verwenden Sie ein schärferes Bild, wenn es eines gibt.</translation>
    </message>
    <message>
      <source>The face is very dark: use a better exposed picture if there is one.</source>
      <translation>Das Gesicht ist sehr dunkel: Verwenden Sie ein besser belichtetes Bild, wenn es eines gibt.</translation>
    </message>
    <message>
      <source>The face is very bright and pale: use a better exposed picture if there is one.</source>
      <translation>Das Gesicht ist sehr hell und blass: Verwenden Sie ein besser belichtetes Bild, wenn es eines gibt.</translation>
    </message>
    <message>
      <source>The face has little contrast: use a clearer picture.</source>
      <translation>Das Gesicht hat wenig Kontrast: Verwenden Sie ein klareres Bild.</translation>
    </message>
    <message>
      <source>{1} of the face is pure black or white: detail is lost there.</source>
      <translation>{1} des Gesichts sind reines Schwarz oder Weiß: Dort ist Zeichnung verloren.</translation>
    </message>
    <message>
      <source>The head is tilted by {1} degrees: check that the landmarks are right.</source>
      <translation>Der Kopf ist um {1} Grad geneigt: Prüfen Sie, ob die Punkte stimmen.</translation>
    </message>
    <message>
      <source>The head is turned aside by about {1} degrees: frontal pictures match more reliably.</source>
      <translation>Der Kopf ist um etwa {1} Grad zur Seite gedreht: Frontale Bilder lassen sich verlässlicher vergleichen.</translation>
    </message>
    <message>
      <source>The head is bent down by about {1} degrees: frontal pictures match more reliably.</source>
      <translation>Der Kopf ist um etwa {1} Grad gesenkt: Frontale Bilder lassen sich verlässlicher vergleichen.</translation>
    </message>
    <message>
      <source>The head is bent up by about {1} degrees: frontal pictures match more reliably.</source>
      <translation>Der Kopf ist um etwa {1} Grad gehoben: Frontale Bilder lassen sich verlässlicher vergleichen.</translation>
    </message>
    <message>
      <source>{1} of the face lies outside the picture: cut off.</source>
      <translation>{1} des Gesichts liegen außerhalb des Bildes: abgeschnitten.</translation>
    </message>
    <message>
      <source>The landmarks are uncertain: look at them, and set them by hand where they are off.</source>
      <translation>Die Punkte sind unsicher: Sehen Sie sie an, und setzen Sie sie von Hand, wo sie nicht stimmen.</translation>
    </message>
    <message>
      <source>{1} faces were found; the largest and most central one was taken. Give a box to choose another.</source>
      <translation>{1} Gesichter wurden gefunden; das größte und mittigste wurde genommen. Ziehen Sie einen Rahmen, um ein anderes zu wählen.</translation>
    </message>
    <message>
      <source>An authorisation for every case, the origin of every sketch, short lists, and a second examiner.</source>
      <translation>Zu jedem Fall eine Genehmigung, zu jedem Vergleichsbild die Herkunft, kurze Listen und eine zweite Beurteilung.</translation>
    </message>
    <message>
      <source>One sentence that tells users what this profile means.</source>
      <translation>Ein Satz, der den Benutzern sagt, was dieses Regelwerk bedeutet.</translation>
    </message>
    <message>
      <source>For courses and trials with invented people. Every report says that it is an exercise.</source>
      <translation>Für Lehrgänge und Proben mit erfundenen Personen. Jeder Bericht sagt, dass er eine Übung ist.</translation>
    </message>
    <message>
      <source>case {1}</source>
      <translation>Fall {1}</translation>
    </message>
    <message>
      <source>account {1}</source>
      <translation>Konto {1}</translation>
    </message>
    <message>
      <source>search {1}</source>
      <translation>Suche {1}</translation>
    </message>
    <message>
      <source>subject {1}</source>
      <translation>Person {1}</translation>
    </message>
    <message>
      <source>born {1}</source>
      <translation>geboren {1}</translation>
    </message>
    <message>
      <source>booked {1}</source>
      <translation>aufgenommen {1}</translation>
    </message>
    <message>
      <source>source: {1}</source>
      <translation>Quelle: {1}</translation>
    </message>
    <message>
      <source>not recorded</source>
      <translation>nicht verzeichnet</translation>
    </message>
    <message>
      <source>no longer held</source>
      <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
      <source>removed (library no. {1})</source>
      <translation>entfernt (Nr. {1} der Bibliothek)</translation>
    </message>
    <message>
      <source>purged (library no. {1})</source>
      <translation>nach Fristablauf gelöscht (Nr. {1} der Bibliothek)</translation>
    </message>
    <message>
      <source>expunged (library no. {1})</source>
      <translation>auf Anordnung gelöscht (Nr. {1} der Bibliothek)</translation>
    </message>
    <message>
      <source>Removed from the gallery since this search.</source>
      <translation>Seit dieser Suche aus der Galerie entfernt.</translation>
    </message>
    <message>
      <source>encrypted</source>
      <translation>verschlüsselt</translation>
    </message>
    <message>
      <source>decrypted</source>
      <translation>entschlüsselt</translation>
    </message>
    <message>
      <source>placed</source>
      <translation>gesetzt</translation>
    </message>
    <message>
      <source>lifted</source>
      <translation>aufgehoben</translation>
    </message>
    <message>
      <source>withdrawn</source>
      <translation>zurückgezogen</translation>
    </message>
    <message>
      <source>submitted</source>
      <translation>abgegeben</translation>
    </message>
    <message>
      <source>informative</source>
      <translation>aussagekräftig</translation>
    </message>
    <message>
      <source>contrast</source>
      <translation>Kontrast</translation>
    </message>
    <message>
      <source>record</source>
      <translation>Aufzeichnung</translation>
    </message>
    <message>
      <source>ranking</source>
      <translation>Rangliste</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>Ausschnitt</translation>
    </message>
    <message>
      <source>inputs</source>
      <translation>Eingaben</translation>
    </message>
    <message>
      <source>outputs</source>
      <translation>Ausgaben</translation>
    </message>
    <message>
      <source>witness</source>
      <translation>Zeuge</translation>
    </message>
    <message>
      <source>subject</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <source>reason</source>
      <translation>Begründung</translation>
    </message>
    <message>
      <source>reference</source>
      <translation>Aktenzeichen</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>sex</source>
      <translation>Geschlecht</translation>
    </message>
    <message>
      <source>ethnicity</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>offence</source>
      <translation>Delikt</translation>
    </message>
    <message>
      <source>authority</source>
      <translation>Rechtsgrundlage</translation>
    </message>
    <message>
      <source>requester</source>
      <translation>Auftraggeber</translation>
    </message>
    <message>
      <source>features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>keine Berechtigung</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>ist ein Ordner</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>ist kein Ordner</translation>
    </message>
    <message>
      <source>Directory not empty</source>
      <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
      <source>File exists</source>
      <translation>die Datei gibt es schon</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>kein Platz auf dem Datenträger</translation>
    </message>
    <message>
      <source>Disk quota exceeded</source>
      <translation>das Speicherkontingent ist ausgeschöpft</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <source>Device or resource busy</source>
      <translation>das Gerät ist belegt</translation>
    </message>
    <message>
      <source>Operation not permitted</source>
      <translation>der Vorgang ist nicht erlaubt</translation>
    </message>
    <message>
      <source>Too many open files</source>
      <translation>zu viele offene Dateien</translation>
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
      <source>{}: x {}, y {}</source>
      <translation>{}: x {}, y {}</translation>
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
      <source>&amp;Recipe</source>
      <translation>&amp;Rezept</translation>
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
      <source>Of what</source>
      <translation>Wovon</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>Welche</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>Anzahl</translation>
    </message>
    <message>
      <source>Annual figures</source>
      <translation>Jahreszahlen</translation>
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
