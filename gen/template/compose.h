/* SPDX-License-Identifier: MIT */
/* From a product and an area to the document. */
#ifndef TONGBAO_TEMPLATE_COMPOSE_H
#define TONGBAO_TEMPLATE_COMPOSE_H

#include "template/products.h"

struct edition;

/* One document of `area`, the region or an area below it; it lives in `arena`. An
 * `edition` of the product has a template and a colophon of its own; NULL: none. What goes wrong in its template
 * becomes findings in `faults`; with errors among them the document is of no use. */
const struct document *product_compose(const struct product *product, const struct edition *edition,
                                       const struct composer *composer, const struct area *area, struct arena *arena,
                                       struct findings *faults);

#endif
