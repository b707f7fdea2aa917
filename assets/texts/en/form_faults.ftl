# form_faults
