"""A museum touchscreen about joint space projects of Islamic nations with the Soviet and Russian space programme."""

__version__ = "0.1.0"
