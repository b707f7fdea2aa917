# Project folders of the OZG-Hub, service-bw and Amt24: what was taken, what stays, what is still to be done.
ozg-forms = { $count ->
    [one] One form
   *[other] { $count } forms
}
ozg-parameters = { $count ->
    [one] One process parameter is now a setting.
   *[other] { $count } process parameters are now settings.
}
ozg-scripts = { $count ->
    [one] One script (Groovy) stays
   *[other] { $count } scripts (Groovy) stay
} beside the model and will be part of the export again.
ozg-file-kept = The file stays in the project and will be part of the export again. It is not shown here.
ozg-other-model = The project has several models. This one stays in the project but is not shown here.
ozg-damaged = The model cannot be read. { $reason } It stays in the project as it is and is not shown here. Mend it, or take it out of the folder.
ozg-unused-form = No step shows this form. Choose it at a step, or delete it.
ozg-no-german = The form is there in the language “{ $name }” only. Put the German version beside it.
ozg-no-text = The file is not text and cannot be kept with the procedure. Put it back into the folder after the export.
ozg-no-json = From this line on the file is not valid JSON. It stays in the project but is not shown here.
ozg-member-kept = There is no place here for “{ $name }”. It stays in the file.
ozg-validator-kept = The check “{ $name }” does not exist here. It stays in the file and only works on the platform.
ozg-condition-kept = The condition “{ $name }” cannot be understood, or names a field that is missing. It stays in the file and only works on the platform.
ozg-nearest-field = The kind “{ $name }” does not exist here; the nearest was taken. In the file it stays as it is.
ozg-one-file = On the platform several files can be uploaded here, in the studio one.
ozg-iban-rule = The check of the IBAN is now a rule of the field.
ozg-found-by-file = The step asks for the form “{ $name }”. There is none with this identifier, but a file of this name; it was taken.
ozg-buttons = The buttons of the form are a choice at its end here. Their labels and help texts stand in its code list.
ozg-field-kept = The entry “{ $name }” of the service stays in the model. It is not shown here.
ozg-asked = Something has to be filled in here: { $name }. The place for it is a setting.
ozg-script-kept = The script ({ $name }) stays as it is and is not run when playing through.
ozg-script-inside = in the model
ozg-script-missing = The script of this step is not in the project. Put it at “{ $name }”.
ozg-script-sets = When playing through, a stand-in sets: { $name }.
ozg-nobody-sets = The condition asks for “{ $name }”, but no form and no script sets it. Add a field for it to a form, let a script set it, or change the condition. Until then choose the way by hand when playing through.
ozg-role-of = Who does the step (“{ $name }”) cannot be shown here. It stays in the model.
ozg-guessed = The file is a filled-in form. Fields and kinds were inferred from the values; please check them.
ozg-placeholder = The authority has to decide this: { $name }. Until then there is a placeholder in the file.
ozg-renamed = The identifier “{ $name }” is not allowed on the platform and was changed.
ozg-no-juel = The condition “{ $name }” cannot be expressed for the platform. There is a placeholder in the model; make it simpler or have it entered there by hand.
ozg-no-groovy = The assignment “{ $name }” cannot be translated into a script. There is a placeholder with its wording in the script.
ozg-no-visibility = The platform does not know the condition for showing “{ $name }”. There the element is always shown.
ozg-no-demand = The platform does not know the condition for requiring “{ $name }”. There the field stays optional.
ozg-no-rule = The platform does not know the rule “{ $name }”. There it is not checked.
ozg-no-prefill = The platform does not know the prefilled value “{ $name }”. There the field stays empty.
ozg-no-service = The platform has no service “{ $name }”. The step stays without a service; agree with its operators on how it is done there.
ozg-no-summary = Forms of the platform have no page that shows everything again. It was left out.
ozg-group-flattened = The platform does not know groups within groups. The inner one became a heading, or a group behind it.
ozg-split = The field has several parts. On the platform each part is a field of its own.
ozg-as-text = The platform does not know this kind of value. There it is a text field.
ozg-no-script = The step sets no data, and there is no script. On the platform nothing happens here.
ozg-no-place = A project folder has no place for this. It stays in the studio’s model only.
ozg-written = The setting is the process parameter “{ $name }” of the project.
ozg-flaw-open = Something is still open here: { $name }
ozg-flaw-id = The identifier “{ $name }” is not allowed on the platform: only letters without umlauts, digits and underscores, and the number of the client in front where it belongs.
ozg-flaw-form = A step asks for the form “{ $name }”. It is not in the project.
ozg-flaw-dangling = A condition names the field “{ $name }”. It is not in this form.
ozg-flaw-untranslated = The translation is missing for: { $name }
ozg-flaw-otherwise = At “{ $name }” the form is built otherwise than the German one.
ozg-flaw-same-id = Two forms have the same identifier “{ $name }” and name no language.
ozg-flaw-not-shown = The caseworker’s form does not show the field “{ $name }” that the applicant fills in.
ozg-flaw-changeable = In the caseworker’s form the field “{ $name }” that the applicant filled in can be changed.
ozg-flaw-same-process = Another model also has a process with the id “{ $name }”. On the platform one would take the place of the other; give one of them an id of its own.
