"""Pictures of the diary; the only place that knows pyqtgraph. Importing it loads nothing."""
