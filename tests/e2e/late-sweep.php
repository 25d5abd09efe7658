<?php
/**
 * As if no sweep had run for long: the next request of the CRM delivers what is due.
 *
 * @package Carnet
 */

delete_option( \Carnet\Tasks\Reminder_Sweep::LAST );
