import { mount } from '../mount';
import { Console } from './console';
import '../styles/console.css';

mount(Console);
