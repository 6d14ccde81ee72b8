// Says how old the page is: checked.js, rewritten at each run, tells when somebody last looked.
(function () {
  "use strict";
  var page = document.documentElement;
  var period = Number(page.dataset.everyHours) * 3600 * 1000;
  var checked = new Date(window.rapsapChecked || page.dataset.checked);
  if (!period || isNaN(checked.getTime())) { return; }

  function inThai(when) {
    var day = when.toLocaleDateString("th-TH-u-ca-buddhist-nu-thai", {
      day: "numeric", month: "long", year: "numeric", timeZone: page.dataset.zone
    }).replace("พุทธศักราช ", "");
    var time = when.toLocaleTimeString("th-TH-u-nu-thai", {
      hour: "2-digit", minute: "2-digit", hour12: false, timeZone: page.dataset.zone
    }).replace(":", ".");
    return day + " เวลา " + time + " น.";
  }
  function say(name, when) {
    document.querySelectorAll("[data-say=" + name + "]").forEach(function (place) {
      place.textContent = inThai(when);
    });
  }

  if (checked > new Date(page.dataset.checked)) {
    say("next-check", new Date(checked.getTime() + period));
  }
  if (Date.now() - checked.getTime() > 2 * period) {
    say("checked", checked);
    document.getElementById("stale").hidden = false;
  }
})();
