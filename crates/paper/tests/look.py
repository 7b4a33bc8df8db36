"""Tells as JSON what a PDF file says of itself: title, language, standards, and its tags in reading order."""

import json
import sys

import pikepdf


def tags(element, found):
    """Each tag below an element, in order, with its language and the scope of a heading cell."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            tags(child, found)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        attributes = element.get("/A", pikepdf.Array())
        attributes = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
        scope = next((str(it["/Scope"]) for it in attributes if "/Scope" in it), None)
        found.append([str(element["/S"])[1:], str(element.get("/Lang", "")), scope])
        tags(element.get("/K", pikepdf.Array()), found)


with pikepdf.open(sys.argv[1]) as pdf:
    root, found = pdf.Root, []
    tags(root["/StructTreeRoot"]["/K"], found)
    with pdf.open_metadata() as meta:
        ua, archive = "{http://www.aiim.org/pdfua/ns/id/}", "{http://www.aiim.org/pdfa/ns/id/}"
        standards = [meta.get(it) for it in (ua + "part", archive + "part", archive + "conformance")]
        title = meta.get("dc:title")
    print(
        json.dumps(
            {
                "title": title,
                "shows_title": bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
                "language": str(root.get("/Lang", "")),
                "marked": bool(root["/MarkInfo"]["/Marked"]),
                "standards": standards,
                "pages": len(pdf.pages),
                "tags": found,
            }
        )
    )
