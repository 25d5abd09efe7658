<?php
/**
 * One kind of record.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Everything that makes a noun what it is, in one value: its names, fields, rules and figures. What follows from them is
 * derived by the classes that take an Entity.
 */
final class Entity {

	/**
	 * The noun's own fields between those that every record carries.
	 *
	 * @var Field_List|null
	 */
	private ?Field_List $fields = null;

	/**
	 * Rules, figures, effects and what is derived, once they were needed.
	 *
	 * @var array{rules?: ?Rules, figures?: ?Figures, effects?: ?Effects, derived?: ?Derived}
	 */
	private array $made = array();

	/**
	 * Nouns to which it does not link here.
	 *
	 * @var list<string>
	 */
	private array $without = array();

	/**
	 * Describes a noun.
	 *
	 * @param string                       $name             Singular, as in `entity` of the API: contact.
	 * @param string                       $plural           Plural, as in the route and the table: contacts.
	 * @param \Closure(): Field_List       $list             The noun's own fields; called once, after translations are ready.
	 * @param list<string>                 $name_fields      The fields that, joined, are the record's name.
	 * @param string|null                  $fallback         The field that is its name when those are empty.
	 * @param (\Closure(): ?Rules)|null   $rules            What must hold when it changes. This and the next are made when they are first needed.
	 * @param (\Closure(): ?Figures)|null $figures          What it adds to the dashboard's figures.
	 * @param array<string, list<string>>  $borrowed         By link: the parent's fields shown beside its name in lists.
	 * @param bool                         $trashable        False where DELETE removes at once (tags).
	 * @param bool                         $version_required Whether a change must say which version it was made from.
	 * @param (\Closure(): Effects)|null  $effects          What a change of it brings about elsewhere.
	 * @param (\Closure(): Derived)|null  $derived          What is kept of it in a table of its own.
	 * @param (\Closure(): array<string, string>)|null         $options   What a client may ask for beside fields: name => description.
	 * @param (\Closure( array<string, mixed> ): bool)|null    $permanent Which records are never deleted for good.
	 */
	public function __construct(
		public readonly string $name,
		public readonly string $plural,
		private readonly \Closure $list,
		public readonly array $name_fields,
		public readonly ?string $fallback = null,
		private readonly ?\Closure $rules = null,
		private readonly ?\Closure $figures = null,
		public readonly array $borrowed = array(),
		public readonly bool $trashable = true,
		public readonly bool $version_required = false,
		private readonly ?\Closure $effects = null,
		private readonly ?\Closure $derived = null,
		private readonly ?\Closure $options = null,
		private readonly ?\Closure $permanent = null,
	) {}

	/**
	 * What must hold when it changes.
	 */
	public function rules(): ?Rules {
		$this->made['rules'] ??= $this->rules ? ( $this->rules )() : null;
		return $this->made['rules'];
	}

	/**
	 * What it adds to the dashboard's figures.
	 */
	public function figures(): ?Figures {
		$this->made['figures'] ??= $this->figures ? ( $this->figures )() : null;
		return $this->made['figures'];
	}

	/**
	 * What a change of it brings about elsewhere.
	 */
	public function effects(): ?Effects {
		$this->made['effects'] ??= $this->effects ? ( $this->effects )() : null;
		return $this->made['effects'];
	}

	/**
	 * What is kept of it in a table of its own.
	 */
	public function derived(): ?Derived {
		$this->made['derived'] ??= $this->derived ? ( $this->derived )() : null;
		return $this->made['derived'];
	}

	/**
	 * All fields of a record, in the order of the answer.
	 */
	public function fields(): Field_List {
		$this->fields ??= new Field_List( array_filter( $this->all_fields(), fn( array $field ): bool => ! in_array( $field['relation'] ?? '', $this->without, true ) ) );
		return $this->fields;
	}

	/**
	 * The definitions of all its fields.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function all_fields(): array {
		return Record_Fields::before() + ( $this->list )()->all() + Record_Fields::after();
	}

	/**
	 * The fields that are missing here, since what they link to is.
	 *
	 * @return array<string, mixed> By name.
	 */
	public function left_out(): array {
		return $this->without ? array_diff_key( $this->all_fields(), $this->fields()->all() ) : array();
	}

	/**
	 * The same noun without its links to others.
	 *
	 * @param list<string> $nouns Names of those.
	 */
	public function without( array $nouns ): self {
		$noun          = clone $this;
		$noun->without = $nouns;
		$noun->fields  = null;
		return $noun;
	}

	/**
	 * The name of its table.
	 */
	public function table(): string {
		return $GLOBALS['wpdb']->prefix . 'carnet_' . $this->plural;
	}

	/**
	 * The name of a record, from its fields or a row with at least its name fields.
	 *
	 * @param array<string, mixed> $record Record or row.
	 */
	public function name_of( array $record ): string {
		$parts = array_filter( array_map( static fn( string $field ): string => (string) ( $record[ $field ] ?? '' ), $this->name_fields ), static fn( string $part ): bool => '' !== $part );
		return $parts ? implode( ' ', $parts ) : (string) ( $record[ $this->fallback ?? '' ] ?? '' );
	}

	/**
	 * The columns from which name_of makes the name.
	 *
	 * @return list<string>
	 */
	public function name_columns(): array {
		return null === $this->fallback ? $this->name_fields : array( ...$this->name_fields, $this->fallback );
	}

	/**
	 * Its links to other records: field => noun.
	 *
	 * @return array<string, string>
	 */
	public function links(): array {
		$links = array();
		foreach ( $this->fields()->having( 'relation' ) as $field => $definition ) {
			if ( ! in_array( $definition['relation'], array( 'user', 'tag' ), true ) ) {
				$links[ $field ] = $definition['relation'];
			}
		}
		return $links;
	}

	/**
	 * What a client may ask for beside fields, each true or false: name => description.
	 *
	 * @return array<string, string>
	 */
	public function options(): array {
		$duplicate = array( 'allow_duplicate' => __( 'Save although another live record has the same email.', 'carnet-crm' ) );
		return ( $this->trashable && $this->fields()->having( 'unique' ) ? $duplicate : array() ) + ( null === $this->options ? array() : ( $this->options )() );
	}

	/**
	 * Whether a record is never deleted for good.
	 *
	 * @param array<string, mixed> $record A record.
	 */
	public function is_permanent( array $record ): bool {
		return null !== $this->permanent && ( $this->permanent )( $record );
	}

	/**
	 * Whether its records carry tags.
	 */
	public function has_tags(): bool {
		return null !== $this->fields()->get( 'tags' );
	}
}
