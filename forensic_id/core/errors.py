"""Every error the project raises.

ForensicIdError
├── UserFacingError        input or environment: the message says what is wrong and what to do
│   ├── ImageRefusedError      a file is no usable image
│   ├── FaceNotFoundError      no face in an image and no manual box given
│   ├── BundleRefusedError     a model bundle is broken, altered or of an unknown version
│   ├── LibraryError           the library folder or its database cannot be used
│   │   └── LibraryLockedError     the library is encrypted and nobody gave its passphrase yet
│   ├── NotFoundError          a named subject, case, search or photo does not exist
│   ├── InvalidInputError      a value given by the user cannot be used
│   │   └── WrongPassphraseError   the passphrase or recovery code does not unlock the library
│   ├── NotPermittedError      who acts has no right to it
│   ├── ConflictError          somebody saved a newer version of what is being changed
│   ├── TamperedError          stored evidence is not what its hash says
│   ├── DataError              training or evaluation data are missing or broken
│   └── TrainingStoppedError   training cannot go on (non-finite loss, ...)
├── CancelledError         the user asked a running job to stop
└── DefectError            our own mistake: report it
"""

from __future__ import annotations


class ForensicIdError(Exception):
    """Root of the project's exceptions."""


class UserFacingError(ForensicIdError):
    """The user can act on it; `str(error)` is a complete sentence for them."""


class ImageRefusedError(UserFacingError):
    """The file is no image that can be used."""


class FaceNotFoundError(UserFacingError):
    """No face was detected and no manual box or landmarks were given."""


class BundleRefusedError(UserFacingError):
    """The model bundle is incomplete, altered or of an unknown format version."""


class LibraryError(UserFacingError):
    """The library folder or its database cannot be used."""


class LibraryLockedError(LibraryError):
    """The library is encrypted, and nobody has given its passphrase yet."""


class NotFoundError(UserFacingError):
    """The named record does not exist."""


class InvalidInputError(UserFacingError):
    """A value given by the user cannot be used."""


class NotPermittedError(UserFacingError):
    """Whoever acts may not do this in this library; the refusal is in the audit log."""


class WrongPassphraseError(InvalidInputError):
    """The passphrase or recovery code does not unlock the library."""


class ConflictError(UserFacingError):
    """Somebody saved a newer version meanwhile: nothing was written over it."""


class TamperedError(UserFacingError):
    """Stored evidence differs from what its hash says."""


class DataError(UserFacingError):
    """Training or evaluation data are missing or broken."""


class TrainingStoppedError(UserFacingError):
    """Training cannot continue."""


class CancelledError(ForensicIdError):
    """The user asked the running job to stop; nothing committed is lost."""


class DefectError(ForensicIdError):
    """An internal invariant does not hold."""
