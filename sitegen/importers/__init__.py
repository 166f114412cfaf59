"""One importer a file, each behind `protocol.Importer`."""
