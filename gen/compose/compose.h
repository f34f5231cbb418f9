/* Composing: from the results to documents. Words come from templates/wording.csv (a region's own wording.csv goes
 * over it), figures from compute, each printed once; nothing is computed or rounded here a second time. */
#ifndef TONGBAO_COMPOSE_COMPOSE_H
#define TONGBAO_COMPOSE_COMPOSE_H

#include "compose/document.h"
#include "compute/letter.h"
#include "compute/score.h"

struct wording;   /* phrases by key */
struct templates; /* the documents' texts: compose/template/template.h */

/* Reads templates/wording.csv from `templates_folder` and, when there is one, wording.csv of the region. Faults (an
 * unknown key or placeholder, a key twice) become findings. NULL when the program's own table is missing; that is a
 * finding too. Lives in `arena`. */
const struct wording *wording_read(const char *templates_folder, const char *region_folder, struct arena *arena,
                                   struct findings *findings);

/* All that composing needs; const for the whole run. */
struct composer {
    struct engine *engine; /* results; remembers what has been asked, else unchanging */
    const struct dataset *dataset;
    const struct wording *wording;
    const struct templates *templates;
    const struct findings *findings; /* for 核查 sheets */
    struct period period;
    struct day issued;              /* settings, else SOURCE_DATE_EPOCH, else the clock; read once, in main */
    const struct verdict *verdicts; /* verdicts_all's rows at P */
    size_t verdict_count;
    const struct score_card *cards; /* scores_all's */
    size_t card_count;
    const struct letter *letters; /* letters_due's */
    size_t letter_count;
};

/* The documents of a run: adding one is a row and a template. */
struct desk;
struct product {
    const char *name;     /* as --document has it; all of one name are of one kind */
    const char *template; /* its text, in templates/ */
    const char *folder;   /* below DIR: "", "areas", "letters"; NULL: not published, only previewed */
    enum document_kind kind;
    bool each_area; /* one for every area below the region; else one for the region */
    /* Whether a run writes it for the area; NULL: always. */
    bool (*due)(const struct composer *composer, const struct area *area);
    /* Fills in what frames the text: head, signature, colophon; NULL for nothing. */
    void (*frame)(const struct desk *desk, struct document *document);
};

/* Ends with a row whose name is NULL. */
extern const struct product products[];

/* One document of `area`, the region or an area below it; it lives in `arena`. What goes wrong in its template becomes
 * findings in `faults`; with errors among them the document is of no use. */
const struct document *product_compose(const struct product *product, const struct composer *composer,
                                       const struct area *area, struct arena *arena, struct findings *faults);

#endif
