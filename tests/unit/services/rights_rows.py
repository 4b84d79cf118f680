"""One row for each public service that touches a library: the rights it asks for, and a call that works.

A new service gets its row here, in the order of the modules; those that keep and mend a library stand in
`rights_of_upkeep`. `rights_place.STEPS` are public functions that only other services call, after these have asked
for the right; pages and commands must not import them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from forensic_id.core.browsing import GalleryQuery
from forensic_id.core.policy import Policy
from forensic_id.core.review import ReviewContent
from forensic_id.core.rights import Right
from forensic_id.services import (
    browse_gallery,
    build_report,
    choose_policy,
    compare_faces,
    compare_pictures,
    describe_search,
    edit_gallery,
    embed_gallery,
    explain_search,
    export_candidates,
    export_report,
    identify,
    import_gallery,
    install_bundle,
    manage_cases,
    match_folder,
    open_review,
    prepare_demo,
    preview_pool,
    repeat_search,
    review_candidates,
    run_batch,
    search_again,
    show_pictures,
    show_search,
)
from forensic_id.services.probe import SketchInput
from tests.fakes.fake_face_aligner import FakeFaceAligner
from tests.fakes.fake_face_encoder import BUNDLE_ID
from tests.fakes.fake_sketch_editor import FakeSketchEditor
from tests.fakes.in_memory_bundle_shelf import SHIPPED
from tests.unit.services.rights_place import Place
from tests.unit.services.search_desk import CASE, NOW, new_reader
from tests.unit.services.test_install_bundle import SOURCE


@dataclass(frozen=True, kw_only=True)
class Row:
    """All rights that the service asks for, and how it is called."""

    rights: tuple[Right, ...]
    call: Callable[[Place], object]


def _row(call: Callable[[Place], object], *rights: Right) -> Row:
    return Row(rights=rights, call=call)


def _identify(place: Place) -> object:
    request = identify.IdentifyRequest(sketches=(SketchInput(path=place.sketch),), case_number=CASE)
    return identify.identify(request, place.tools)


def _compare(place: Place) -> object:
    faces = (compare_faces.FaceToRead(path=path) for path in (place.sketch, place.photo))
    return compare_faces.compare_faces(
        compare_faces.CompareRequest(sketch=next(faces), photo=next(faces)), place.tools
    )


def _demo(place: Place) -> object:
    return prepare_demo.prepare_demo(
        place.gallery_folder,
        library=place.library,
        loader=place.loader,
        aligner=FakeFaceAligner(),
        encoder=place.encoder,
        requester="tester",
    )


def _import(place: Place) -> object:
    return import_gallery.import_gallery(
        place.gallery_folder,
        library=place.library,
        loader=place.loader,
        aligner=FakeFaceAligner(),
        encoder=place.encoder,
    )


def _remove_bundle(place: Place) -> None:
    install_bundle.remove_bundle(place.shelf.add(SOURCE).folder, shelf=place.shelf, library=place.library)


def _open_case(place: Place) -> object:
    return manage_cases.open_case(place.library, number="8", offence="theft", authority="law", requester="officer")


def _run_batch(place: Place) -> object:
    return run_batch.run_batch(
        place.batch, place.tools, new_reader, library_folder=place.folder, on_rows=lambda _rows: None
    )


def _report_writer(place: Place) -> object:
    return run_batch.report_writer(
        place.library, place.loader, place.renderer, place.out, model=None, clock=lambda: NOW
    )


def _written(service: Callable[..., object]) -> Callable[[Place], object]:
    return lambda p: service(p.library, p.loader, p.renderer, p.request, p.out / "r.pdf", editor=FakeSketchEditor())


ROWS: Mapping[str, Row] = {
    "browse_gallery.find_subjects": _row(
        lambda p: browse_gallery.find_subjects(p.library, GalleryQuery()), Right.BROWSE
    ),
    "browse_gallery.gallery_state": _row(lambda p: browse_gallery.gallery_state(p.library, BUNDLE_ID), Right.BROWSE),
    "browse_gallery.log_view": _row(
        lambda p: browse_gallery.log_view(p.library, p.library.gallery.subject("anna")), Right.BROWSE
    ),
    "browse_gallery.recorded_values": _row(lambda p: browse_gallery.recorded_values(p.library), Right.BROWSE),
    "browse_gallery.subject_file": _row(lambda p: browse_gallery.subject_file(p.library, 1), Right.BROWSE),
    "browse_gallery.subject_rows": _row(lambda p: browse_gallery.subject_rows(p.library, [1]), Right.BROWSE),
    "build_report.build_report": _row(
        lambda p: build_report.build_report(p.library, p.loader, p.request), Right.BROWSE
    ),
    "choose_policy.choose_policy": _row(
        lambda p: choose_policy.choose_policy(p.library, Policy(name="own")), Right.SET_POLICY
    ),
    "choose_policy.policy_in_force": _row(lambda p: choose_policy.policy_in_force(p.library), Right.BROWSE),
    "compare_faces.compare_faces": _row(_compare, Right.SEARCH),
    "compare_pictures.photo_pictures": _row(
        lambda p: compare_pictures.photo_pictures(p.pictures, 1, "x.png"), Right.BROWSE
    ),
    "compare_pictures.sketch_pictures": _row(
        lambda p: compare_pictures.sketch_pictures(p.pictures, p.search_id), Right.BROWSE
    ),
    "describe_search.describe_search": _row(
        lambda p: describe_search.describe_search(p.library, p.library.cases.search(p.search_id)), Right.BROWSE
    ),
    "edit_gallery.change_photo": _row(
        lambda p: edit_gallery.change_photo(p.library, 1, {"source": "county"}), Right.EDIT_GALLERY
    ),
    "edit_gallery.change_subject": _row(
        lambda p: edit_gallery.change_subject(p.library, 1, {"name": "Anna"}), Right.EDIT_GALLERY
    ),
    "edit_gallery.edit_photo": _row(
        lambda p: edit_gallery.edit_photo(p.library, 1, ["source=county"]), Right.EDIT_GALLERY
    ),
    "edit_gallery.edit_subject": _row(
        lambda p: edit_gallery.edit_subject(p.library, "anna", ["name=Anna"]), Right.EDIT_GALLERY
    ),
    "edit_gallery.gallery_statistics": _row(
        lambda p: edit_gallery.gallery_statistics(p.library, BUNDLE_ID), Right.BROWSE
    ),
    "edit_gallery.list_subjects": _row(lambda p: edit_gallery.list_subjects(p.library), Right.BROWSE),
    "edit_gallery.remove_photo": _row(lambda p: edit_gallery.remove_photo(p.library, 1), Right.PURGE),
    "edit_gallery.remove_subject": _row(lambda p: edit_gallery.remove_subject(p.library, "boris"), Right.PURGE),
    "edit_gallery.show_subject": _row(lambda p: edit_gallery.show_subject(p.library, "anna"), Right.BROWSE),
    "embed_gallery.embed_gallery": _row(
        lambda p: embed_gallery.embed_gallery(library=p.library, encoder=p.encoder, anew=True), Right.MANAGE_BUNDLES
    ),
    "explain_search.explain_candidate": _row(
        lambda p: explain_search.explain_candidate(p.search_id, 1, p.tools), Right.BROWSE
    ),
    "explain_search.explain_plane": _row(lambda p: explain_search.explain_plane(p.search_id, p.tools), Right.BROWSE),
    "explain_search.reproduce_probe": _row(
        lambda p: explain_search.reproduce_probe(p.search_id, p.tools), Right.BROWSE
    ),
    "export_candidates.export_candidates": _row(
        lambda p: export_candidates.export_candidates(p.library, p.search_id, p.out / "list.csv"), Right.REPORT
    ),
    "export_candidates.export_figure": _row(
        lambda p: export_candidates.export_figure(p.library, p.search_id, b"png", p.out / "f.png"), Right.REPORT
    ),
    "export_report.export_report": _row(_written(export_report.export_report), Right.REPORT),
    "export_report.preview_report": _row(_written(export_report.preview_report), Right.BROWSE),
    "identify.identify": _row(_identify, Right.SEARCH),
    "import_gallery.import_gallery": _row(_import, Right.IMPORT),
    "install_bundle.install_bundle": _row(
        lambda p: install_bundle.install_bundle(SOURCE, shelf=p.shelf, library=p.library), Right.MANAGE_BUNDLES
    ),
    "install_bundle.remove_bundle": _row(_remove_bundle, Right.MANAGE_BUNDLES),
    "install_bundle.use_bundle": _row(
        lambda p: install_bundle.use_bundle(SHIPPED, shelf=p.shelf, library=p.library), Right.MANAGE_BUNDLES
    ),
    "manage_cases.close_case": _row(lambda p: manage_cases.close_case(p.library, CASE), Right.MANAGE_CASES),
    "manage_cases.list_cases": _row(lambda p: manage_cases.list_cases(p.library), Right.BROWSE),
    "manage_cases.list_searches": _row(lambda p: manage_cases.list_searches(p.library, CASE), Right.BROWSE),
    "manage_cases.open_case": _row(_open_case, Right.MANAGE_CASES),
    "manage_cases.show_case": _row(lambda p: manage_cases.show_case(p.library, CASE), Right.BROWSE),
    "manage_cases.summarise_case": _row(lambda p: manage_cases.summarise_case(p.library, CASE), Right.BROWSE),
    "manage_cases.summarise_cases": _row(lambda p: manage_cases.summarise_cases(p.library), Right.BROWSE),
    "match_folder.match_folder": _row(
        lambda p: match_folder.match_folder(p.folder_request, p.tools, new_reader), Right.SEARCH
    ),
    "open_review.open_review": _row(lambda p: open_review.open_review(p.library, p.search_id), Right.BROWSE),
    "prepare_demo.prepare_demo": _row(_demo, Right.IMPORT, Right.MANAGE_CASES),
    "preview_pool.filter_choices": _row(lambda p: preview_pool.filter_choices(p.library), Right.BROWSE),
    "preview_pool.preview_pool": _row(lambda p: preview_pool.preview_pool(p.library, BUNDLE_ID, ()), Right.BROWSE),
    "repeat_search.repeat_search": _row(lambda p: repeat_search.repeat_search(p.search_id, p.tools), Right.BROWSE),
    "review_candidates.change_review": _row(
        lambda p: review_candidates.change_review(p.library, p.search_id, 1, review_candidates.ReviewChanges()),
        Right.REVIEW,
    ),
    "review_candidates.list_reviews": _row(
        lambda p: review_candidates.list_reviews(p.library, p.search_id), Right.BROWSE
    ),
    "review_candidates.log_view": _row(lambda p: review_candidates.log_view(p.library, p.search_id, 1), Right.BROWSE),
    "review_candidates.review_history": _row(
        lambda p: review_candidates.review_history(p.library, p.search_id, 1), Right.BROWSE
    ),
    "review_candidates.save_review": _row(
        lambda p: review_candidates.save_review(p.library, p.search_id, 1, ReviewContent(), based_on=0), Right.REVIEW
    ),
    "run_batch.batch_rows": _row(lambda p: run_batch.batch_rows(p.batch, p.library), Right.BROWSE),
    "run_batch.report_writer": _row(_report_writer, Right.REPORT),
    "run_batch.run_batch": _row(_run_batch, Right.SEARCH),
    "search_again.sketches_of": _row(lambda p: search_again.sketches_of(p.library, p.search_id, p.out), Right.SEARCH),
    "show_pictures.photo_original": _row(lambda p: show_pictures.photo_original(p.library, 1), Right.BROWSE),
    "show_pictures.photo_thumbnail": _row(lambda p: show_pictures.photo_thumbnail(p.library, 1), Right.BROWSE),
    "show_pictures.sketch_thumbnail": _row(
        lambda p: show_pictures.sketch_thumbnail(p.library, p.search_id), Right.BROWSE
    ),
    "show_search.case_for_search": _row(lambda p: show_search.case_for_search(p.library, CASE), Right.SEARCH),
    "show_search.list_records": _row(lambda p: show_search.list_records(p.library), Right.BROWSE),
    "show_search.name_candidates": _row(
        lambda p: show_search.name_candidates(p.library, p.library.cases.search(p.search_id).candidates),
        Right.BROWSE,
    ),
    "show_search.show_search": _row(lambda p: show_search.show_search(p.library, p.search_id), Right.BROWSE),
}
