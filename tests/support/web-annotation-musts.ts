/**
 * Checks what the W3C Web Annotation Data Model (Recommendation, 23 February 2017)
 * demands with MUST of what Tifa writes: annotations (3.1), bodies and targets (3.2),
 * textual bodies (3.2.4), times (3.3.1), motivations (3.3.5), specific resources (4),
 * text quotes and positions (4.2.4, 4.2.5), collections and pages (5).
 */
type Thing = Record<string, unknown>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );

export function webAnnotationFaults(file: unknown): string[] {
  const faults: string[] = [];
  const thing = (value: unknown): value is Thing =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const list = (value: unknown): unknown[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value];
  const demand = (holds: boolean, place: string, what: string): void => {
    if (!holds) faults.push(`${place}: ${what}`);
  };
  const iri = (value: unknown): boolean =>
    typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value);
  const hasContext = (value: Thing): boolean => list(value['@context']).includes(CONTEXT);
  const hasType = (value: Thing, type: string): boolean => list(value['type']).includes(type);
  const timed = (value: Thing, place: string): void => {
    for (const name of ['created', 'modified', 'generated']) {
      if (value[name] === undefined) continue;
      const text = value[name];
      demand(
        typeof text === 'string' && /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(text),
        place,
        `${name} is an xsd:dateTime in UTC`,
      );
    }
  };

  const selector = (value: unknown, place: string): void => {
    if (!thing(value)) {
      demand(iri(value), place, 'a selector is an object or an IRI');
      return;
    }
    if (hasType(value, 'TextQuoteSelector')) {
      demand(typeof value['exact'] === 'string', place, 'exact: exactly one');
      for (const name of ['prefix', 'suffix']) {
        demand(value[name] === undefined || typeof value[name] === 'string', place, `${name}: a string`);
      }
    } else if (hasType(value, 'TextPositionSelector')) {
      for (const name of ['start', 'end']) {
        const number = value[name];
        demand(Number.isInteger(number) && Number(number) >= 0, place, `${name}: a non-negative integer`);
      }
    } else {
      demand(list(value['type']).length > 0, place, 'type: a selector has one');
    }
  };

  const resource = (value: unknown, place: string): void => {
    if (!thing(value)) {
      demand(iri(value), place, 'body or target: an IRI or an object');
      return;
    }
    timed(value, place);
    if (hasType(value, 'TextualBody')) {
      demand(typeof value['value'] === 'string', place, 'value: a textual body has exactly one');
    } else if ('selector' in value || 'source' in value || hasType(value, 'SpecificResource')) {
      demand(
        iri(value['source']) || (thing(value['source']) && iri(value['source']['id'])),
        place,
        'target: a specific resource has exactly one source, an IRI',
      );
      list(value['selector']).forEach((one, i) => {
        selector(one, `${place}.selector[${String(i)}]`);
      });
    } else {
      demand(iri(value['id']), place, 'id: an external resource has an IRI');
    }
    for (const purpose of list(value['purpose'])) {
      demand(
        typeof purpose === 'string' && MOTIVATIONS.includes(purpose),
        place,
        'purpose: a known motivation',
      );
    }
  };

  const annotation = (value: unknown, place: string): void => {
    if (!thing(value)) {
      demand(false, place, 'an annotation is an object');
      return;
    }
    demand(hasContext(value), place, `@context: has ${CONTEXT}`);
    demand(iri(value['id']), place, 'id: exactly one IRI');
    demand(hasType(value, 'Annotation'), place, 'type: Annotation');
    demand(list(value['target']).length >= 1, place, 'target: one or more');
    demand(
      value['body'] === undefined || value['bodyValue'] === undefined,
      place,
      'body or bodyValue, not both',
    );
    list(value['target']).forEach((one, i) => {
      resource(one, `${place}.target[${String(i)}]`);
    });
    list(value['body']).forEach((one, i) => {
      resource(one, `${place}.body[${String(i)}]`);
    });
    for (const motivation of list(value['motivation'])) {
      demand(
        typeof motivation === 'string' && MOTIVATIONS.includes(motivation),
        place,
        'motivation: a known one',
      );
    }
    timed(value, place);
  };

  if (thing(file) && hasType(file, 'AnnotationCollection')) {
    demand(hasContext(file), 'collection', '@context');
    demand(iri(file['id']), 'collection', 'id: exactly one IRI');
    timed(file, 'collection');
    const { first } = file;
    demand(
      file['total'] === 0 || first !== undefined,
      'collection',
      'first: a collection that is not empty has one',
    );
    if (thing(first)) {
      demand(iri(first['id']), 'page', 'id: exactly one IRI');
      demand(hasType(first, 'AnnotationPage'), 'page', 'type: AnnotationPage');
      demand(Array.isArray(first['items']), 'page', 'items: a list');
      list(first['items']).forEach((one, i) => {
        annotation(one, `items[${String(i)}]`);
      });
    }
  } else {
    annotation(file, 'annotation');
  }
  return faults;
}
