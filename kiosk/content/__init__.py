"""From YAML to meaning: the model of an exhibit, its reader and its rules. No Qt."""
