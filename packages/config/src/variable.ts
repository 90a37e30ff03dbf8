/** The kinds of value a variable can hold. */
export type VariableKind = 'flag' | 'integer' | 'number' | 'enum' | 'string' | 'url' | 'list' | 'path' | 'secret';

/** `always`: the config holds a value, at least the default. `maybe`: the field is absent while unset. */
export type Presence = 'always' | 'maybe';

/**
 * What turns text into a value: the one method of a Zod schema that is used here.
 * Named by its shape, so that our type declarations do not need Zod's.
 */
export interface TextSchema<Value> {
  safeParse(
    text: string,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };
}

/** One environment variable: everything the loader, the docs and `config print` know about it. */
export interface Variable<Name extends string = string, Value = unknown, Has extends Presence = Presence> {
  readonly name: Name;
  readonly kind: VariableKind;
  /** One sentence for the reference, `.env.example` and `config print`. */
  readonly description: string;
  /** What may be written, as the end of "Allowed: …". */
  readonly allowed: string;
  /** Whether its value is hidden from every message and listing. */
  readonly isSecret: boolean;
  readonly presence: Has;
  /** The unit of the text in the environment, if it has one. */
  readonly unit?: string;
  readonly default?: Value;
  /** The variable whose value is taken while this one is unset, before the default. */
  readonly fallsBackTo?: string;
  /** A value to show in `.env.example` where there is no default. */
  readonly example?: string;
  /** Read from the process only: in a `.env` file it has no effect. */
  readonly isProcessOnly?: true;
  /** Text to value. Built when asked for, so that an unset variable costs nothing at start. */
  schema(): TextSchema<Value>;
  /** Value back to the text one would write in the environment. */
  print(value: Value): string;
}

/** What every kind of variable is declared with. */
export interface VariableOptions<Value> {
  readonly name: string;
  readonly description: string;
  readonly default?: Value;
  readonly fallsBackTo?: string;
  readonly example?: string;
  readonly isProcessOnly?: true;
}

/** Whether the variable that these options declare always has a value. */
export type PresenceOf<Options> = Options extends { readonly default: unknown } | { readonly fallsBackTo: string }
  ? 'always'
  : 'maybe';

/** The part of a variable that its kind decides. */
interface Traits<Value> {
  readonly kind: VariableKind;
  readonly allowed: string;
  readonly isSecret?: boolean;
  readonly unit?: string | undefined;
  schema(): TextSchema<Value>;
  print?(value: Value): string;
}

/** Joins what the author of a variable wrote with what its kind decides. */
export function declare<const Options extends VariableOptions<NoInfer<Value>>, Value>(
  options: Options,
  traits: Traits<Value>,
): Variable<Options['name'], Value, PresenceOf<Options>> {
  const { name, description, fallsBackTo, example, isProcessOnly } = options;
  const { kind, allowed, isSecret = false, unit } = traits;
  const variable: Variable<string, Value> = {
    name,
    kind,
    description,
    allowed,
    isSecret,
    presence: options.default !== undefined || fallsBackTo !== undefined ? 'always' : 'maybe',
    ...(unit !== undefined && { unit }),
    ...(options.default !== undefined && { default: options.default }),
    ...(fallsBackTo !== undefined && { fallsBackTo }),
    ...(example !== undefined && { example }),
    ...(isProcessOnly && { isProcessOnly }),
    schema: () => traits.schema(),
    print: (value) => traits.print?.(value) ?? String(value),
  };
  // The name's literal type and the presence follow from `Options`, which TypeScript cannot see here.
  return variable as Variable<Options['name'], Value, PresenceOf<Options>>;
}

/** What may be written in a variable, with its unit. */
export function allowedText({ allowed, unit }: Variable): string {
  return unit === undefined ? allowed : `${allowed} (${unit})`;
}
