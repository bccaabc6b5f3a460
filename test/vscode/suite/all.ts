/** Every suite; both hosts run the same. */
import './activation';
import './reading';
import './fixes';
import './typing';
import './sources';
import './sourceReport';
import './settings';
import './configurationFile';
