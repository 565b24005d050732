"""A museum touchscreen about joint space projects of Islamic nations with the Soviet and Russian space programme."""
