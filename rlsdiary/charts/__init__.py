"""Pictures of the diary; the only place that knows pyqtgraph. Importing this package loads nothing."""
