"""What a person finds first on a USB stick: a page to start from and a README in plain text.

In come the site's name, whether there is a printed edition and where its pages lead a reader who leaves; out
come the two texts.
"""

from html import escape

from generator.privacy.policy import page_policy


def start_page(site_name: str, printed: bool, neutral_site: str | None = None) -> str:
    """The page at the root of the stick: two links and what to know before following them.

    It is left like every page of the site, with the site's own script, where the site has a neutral page.
    """
    exit_files, exit_button = _exit(neutral_site) if neutral_site else ("", "")
    edition = '<li><a href="compendium.pdf">The printed edition (PDF)</a></li>' if printed else ""
    return f"""<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="{escape(page_policy())}">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>Start here</title>{exit_files}
  </head>
  <body>{exit_button}
    <main>
      <h1>{escape(site_name)}</h1>
      <ul>
        <li><a href="compendium/index.html">Open the compendium</a></li>
        {edition}
      </ul>
      <p>Everything is on this stick, search included. Nothing is sent anywhere and nothing is kept on this
        computer by these pages. The browser itself may remember which pages were opened.</p>
      <p>README.txt says how to check that the copy is whole.</p>
    </main>
  </body>
</html>
"""


def _exit(neutral_site: str) -> tuple[str, str]:
    """What belongs to "Leave this page" in the head and in the body; `partials/leave.html` has the same."""
    assets = "compendium/assets"
    files = f"""
    <link rel="stylesheet" href="{assets}/stylesheets/leave.css">
    <script src="{assets}/javascripts/leave.js"></script>"""
    button = f"""
    <header>
      <div class="leave">
        <a class="leave__button" href="{escape(neutral_site)}" rel="noreferrer nofollow">Leave this page</a>
        <span class="leave__hint" hidden>You can also press Shift three times.</span>
        <span class="leave__status" role="status"></span>
      </div>
    </header>"""
    return files, button


def readme(site_name: str, printed: bool) -> str:
    """README.txt, in lines of at most 72 characters."""
    edition = "  compendium.pdf     the printed edition\n" if printed else ""
    return f"""{site_name}
{"=" * len(site_name)}

TO START
  Double-click START-HERE.html. It opens in the browser. No network, no
  installation and no server is needed; search works as it does online.
  If a zip brought you here, unpack it first.

WHAT IS HERE
  START-HERE.html    the way in
  compendium/        all pages
{edition}  SHA256SUMS         a checksum of every file
  README.txt         this text

IS THE COPY WHOLE?
  Each line of SHA256SUMS is a file and its checksum. These commands read
  every file and name the ones that were changed or are missing.

  Windows: open this folder in the Explorer, type  powershell  into the
  address bar and press Enter. Paste these lines:

    Get-Content SHA256SUMS | ForEach-Object {{
      $sum, $file = $_ -split '  ', 2
      if (-not (Test-Path -LiteralPath $file)) {{ "MISSING: $file" }}
      elseif ((Get-FileHash -LiteralPath $file).Hash -ne $sum) {{
        "CHANGED: $file" }} }}; "Done."

  If only "Done." appears, all is well.

  macOS: open the Terminal, type  cd  and a space, drag this folder into
  the window, press Enter. Then type:

    shasum -a 256 -c SHA256SUMS | grep -v ': OK$'; echo Done.

  Linux: open a terminal in this folder and type:

    sha256sum --check --quiet SHA256SUMS && echo Done.

  The list shows whether the copy was damaged. It cannot show whether
  somebody changed both a file and the list; compare the list with the one
  from the person who gave you the copy.

SAFETY
  These pages keep nothing on the computer and send nothing anywhere. The
  browser may remember which pages were opened, and the computer may list
  files that were opened lately. Take the stick with you.

COPYING
  Copy the whole folder. It fits sticks of every usual format (FAT32,
  exFAT, NTFS). Passing it on is welcome.
"""
