"""What pages share that let records leave or check records that came in: keys, fingerprints, verdicts, reasons."""
