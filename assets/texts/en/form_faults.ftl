# form_faults
# What is wrong with an entry and what would be right.
fault-missing = Please fill in this field.
fault-not-a-number = Please enter a number, for example 12 or 12,5.
fault-not-a-whole-number = Please enter a whole number without decimals.
fault-point-for-comma = Please write a comma instead of the point, for example 12,5.
fault-too-many-decimals = Please enter at most { $most } digits after the comma.
fault-not-a-date = Please enter a date, for example 21.11.2026.
fault-no-such-day = There is no such day in the calendar. Please check day, month and year.
fault-not-a-time = Please enter a time of day, for example 14:30.
fault-not-a-date-and-time = Please enter a date and a time, for example 21.11.2026, 14:30.
fault-not-yes-or-no = Please answer yes or no.
fault-unknown-code = “{ $code }” is not among the choices. Please choose one of the values offered.
fault-not-an-email = Please enter an e-mail address, for example name@example.org.
fault-not-a-phone-number = Please enter a telephone number, for example 0611 353-0.
fault-not-a-postcode = Please enter a postal code of five digits.
fault-not-an-iban = Please enter an IBAN. It begins with two letters and two digits, for example DE89.
fault-iban-length = This IBAN has { $found } instead of { $expected } characters. Please check whether something is missing or too much.
fault-iban-checksum = The check digits of the IBAN do not fit. Probably a character is wrong or two are swapped.
fault-too-short = Please enter at least { $least } characters.
fault-too-long = Please shorten it to at most { $most } characters. It has { $found }.
fault-below-minimum = The least value allowed is { $least }.
fault-above-maximum = The greatest value allowed is { $most }.
fault-pattern = The entry does not have the required form.
fault-too-few-entries = { $least ->
    [one] Please give at least one entry.
   *[other] Please give at least { $least } entries.
}
fault-too-many-entries = { $most ->
    [one] At most one entry is allowed here.
   *[other] At most { $most } entries are allowed here.
}
fault-file-kind = This kind of file is not accepted. Allowed are: { $allowed }.
fault-file-too-large = The file is too large. At most { $most } are allowed.
fault-rule = This entry does not fit the others.
fault-wrong-kind = The value that is there does not fit this field. Please enter it anew.
fault-not-allowed = Please leave this empty. It does not fit your other answers.
fault-nothing-filled-in = Please fill in at least one field here.
fault-or = { $before } or { $last }
fault-at-least-one = Please fill in at least one of these: { $names }.
fault-exactly-one = Please fill in exactly one of these: { $names }.
fault-day-without-month = Please give the month as well as the day.
fault-month-without-year = Please give the year as well as the month.
fault-no-such-month = Please give the month as a number from 1 to 12.
