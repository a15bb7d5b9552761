/* The picker of dates replaced what it could not read by the present moment when one left the field. It leaves the
   words alone now: the server reads Dutch dates, and refuses the rest beside the field. */
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
