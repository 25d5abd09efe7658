<?php
/**
 * An object cache of the scaling check: Redis, with a copy of what this request has read.
 *
 * @package Carnet
 */

defined( 'ABSPATH' ) || exit;

/**
 * One site's cache. Values are kept in an array of one: false is a value too.
 */
final class Carnet_Redis_Cache {

	/**
	 * What this request knows, by key.
	 *
	 * @var array<string, array{mixed}>
	 */
	private array $known = array();

	/**
	 * Groups that are kept for this request only.
	 *
	 * @var array<string, true>
	 */
	private array $passing = array();

	private Redis $redis;

	/**
	 * Connects.
	 */
	public function __construct() {
		$this->redis = new Redis();
		$this->redis->pconnect( CARNET_SCALING_REDIS );
		$this->redis->setOption( Redis::OPT_SERIALIZER, Redis::SERIALIZER_PHP );
	}

	public function keep_to_request( array $groups ): void {
		$this->passing += array_fill_keys( $groups, true );
	}

	/**
	 * Reads.
	 *
	 * @param string    $group Group.
	 * @param string    $name  Name in it.
	 * @param bool      $force Whether what this request knows does not count.
	 * @param bool|null $found Whether there was a value.
	 * @return mixed
	 */
	public function get( string $group, string $name, bool $force, &$found ) {
		$key = "$group:$name";
		if ( ! isset( $this->known[ $key ] ) || ( $force && ! isset( $this->passing[ $group ] ) ) ) {
			$kept = isset( $this->passing[ $group ] ) ? false : $this->redis->get( $key );
			if ( ! is_array( $kept ) ) {
				unset( $this->known[ $key ] );
				$found = false;
				return false;
			}
			$this->known[ $key ] = $kept;
		}
		$found = true;
		$value = $this->known[ $key ][0];
		return is_object( $value ) ? clone $value : $value;
	}

	/**
	 * Writes.
	 *
	 * @param string      $group   Group.
	 * @param string      $name    Name in it.
	 * @param mixed       $value   Value.
	 * @param int         $seconds How long; 0 for ever.
	 * @param string|null $only    nx: only if there is none; xx: only if there is one.
	 */
	public function set( string $group, string $name, $value, int $seconds, ?string $only = null ): bool {
		$key  = "$group:$name";
		$kept = array( is_object( $value ) ? clone $value : $value );
		if ( isset( $this->passing[ $group ] ) ) {
			$is_there = isset( $this->known[ $key ] );
			$done     = null === $only || ( 'xx' === $only ) === $is_there;
		} else {
			$done = (bool) $this->redis->set(
				$key,
				$kept,
				array_filter(
					array(
						$only,
						'ex' => $seconds,
					)
				)
			);
		}
		if ( $done ) {
			$this->known[ $key ] = $kept;
		}
		return $done;
	}

	public function delete( string $group, string $name ): bool {
		$key   = "$group:$name";
		$known = isset( $this->known[ $key ] );
		unset( $this->known[ $key ] );
		return isset( $this->passing[ $group ] ) ? $known : (bool) $this->redis->del( $key );
	}

	public function add_to( string $group, string $name, int $more ) {
		$value = $this->get( $group, $name, true, $found );
		if ( ! $found ) {
			return false;
		}
		$sum = max( 0, (int) $value + $more );
		$this->set( $group, $name, $sum, 0 );
		return $sum;
	}

	public function flush(): bool {
		$this->known = array();
		return $this->redis->flushDB();
	}
}

function wp_cache_init() {
	$GLOBALS['wp_object_cache'] = new Carnet_Redis_Cache();
}

function wp_cache_get( $key, $group = '', $force = false, &$found = null ) {
	return $GLOBALS['wp_object_cache']->get( $group ? $group : 'default', (string) $key, (bool) $force, $found );
}

function wp_cache_set( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $group ? $group : 'default', (string) $key, $data, (int) $expire );
}

function wp_cache_add( $key, $data, $group = '', $expire = 0 ) {
	return ! wp_suspend_cache_addition() && $GLOBALS['wp_object_cache']->set( $group ? $group : 'default', (string) $key, $data, (int) $expire, 'nx' );
}

function wp_cache_replace( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $group ? $group : 'default', (string) $key, $data, (int) $expire, 'xx' );
}

function wp_cache_delete( $key, $group = '' ) {
	return $GLOBALS['wp_object_cache']->delete( $group ? $group : 'default', (string) $key );
}

function wp_cache_incr( $key, $offset = 1, $group = '' ) {
	return $GLOBALS['wp_object_cache']->add_to( $group ? $group : 'default', (string) $key, (int) $offset );
}

function wp_cache_decr( $key, $offset = 1, $group = '' ) {
	return $GLOBALS['wp_object_cache']->add_to( $group ? $group : 'default', (string) $key, 0 - (int) $offset );
}

function wp_cache_flush() {
	return $GLOBALS['wp_object_cache']->flush();
}

function wp_cache_close() {
	return true;
}

function wp_cache_add_global_groups( $groups ) {}

function wp_cache_add_non_persistent_groups( $groups ) {
	$GLOBALS['wp_object_cache']->keep_to_request( (array) $groups );
}
